import { fateOf, receiptWords, type Receipt } from './Receipt';

const FATES = { kept: 'kept', changed: 'changed', left_out: 'left out' } as const;

/** A receipt for reading in a terminal or a file: a line for each kind, and one for each piece of it. */
export function receiptInWords(receipt: Receipt): string[] {
  return (['left_out', 'changed', 'kept'] as const).flatMap((fate) =>
    receipt
      .filter(({ code }) => fateOf(code) === fate)
      .flatMap(({ code, count, items }) => {
        const words = receiptWords[`${code}_${count === 1 ? 'one' : 'other'}`];
        return [
          `${FATES[fate]}: ${words.replace('{{count}}', String(count))}`,
          ...items
            .filter(({ detail, place }) => detail ?? place)
            .map(({ detail, place }) =>
              [`    ${detail ?? ''}`, ...(place ? [`after “${place}”`] : [])].join(' '),
            ),
        ];
      }),
  );
}
