import { actionTable } from '../../domain/workflow/actionTable';

/** What people are told of actions, out of their definitions. */
export const noticesOfActions: Readonly<Record<string, string>> = Object.fromEntries(
  actionTable.flatMap(({ tells }) =>
    tells
      ? [
          [
            `{name} ${tells.does.en} “{headline}”.{said}`,
            `{name} ${tells.does.de} „{headline}“.{said}`,
          ],
        ]
      : [],
  ),
);

/** The actions as they stand inside sentences. */
export const verbsOfActions: Readonly<Record<string, string>> = Object.fromEntries(
  actionTable.map(({ words }) => [words.en.verb, words.de.verb]),
);
