import type { ListedQuotation, ListedVouching } from '../../domain/quotations/ListedQuotation';
import { useWords, type Say } from '../words/useWords';
import type { Vouch, VouchStep } from './useQuotations';
import { useRights } from './useRights';
import { VouchButton } from './VouchButton';

/** Who vouches for a quotation and how they know it, and what can be done about that. */
export function Vouching({
  quotation,
  isBusy,
  vouch,
  run,
}: {
  quotation: ListedQuotation;
  isBusy: boolean;
  vouch: Vouch;
  run: (work: () => Promise<unknown>, done: string) => void;
}) {
  const { say, language } = useWords();
  const { mayUnsay, mayVouch, userId } = useRights();
  const { quote } = quotation;
  if (!quote) return null;
  const { vouching, isGenerated, vouchingNote } = quote;
  const take = (step: VouchStep, done: string) => run(() => vouch([quotation], step), done);
  const mayTakeBack = vouching && mayVouch && (mayUnsay || vouching.by === userId);
  return (
    <>
      {vouching && (
        <p className="quotations__why">
          {say('vouch:by', { name: vouching.byName, how: wayInWords(vouching, { say, language }) })}
          {vouching.url && (
            <>
              {' '}
              <a href={vouching.url} rel="noreferrer" target="_blank">
                {vouching.source ?? vouching.url}
              </a>
            </>
          )}
        </p>
      )}
      {!vouching && vouchingNote && <p className="quotations__why">{vouchingNote}</p>}
      {isGenerated && <p className="quotations__why">{say('vouch:isGenerated')}</p>}
      <div className="quotations__buttons">
        <VouchButton isBusy={isBusy} isOne quotations={[quotation]} vouch={vouch} />
        {mayTakeBack && (
          <button
            disabled={isBusy}
            onClick={() => take({ step: 'takeBack' }, say('vouch:done_takeBack'))}
            type="button"
          >
            {say('vouch:takeBack')}
          </button>
        )}
        {isGenerated && mayUnsay && (
          <button
            disabled={isBusy}
            onClick={() => take({ step: 'notGenerated' }, say('quotation:done_unverified'))}
            type="button"
          >
            {say('vouch:notGenerated')}
          </button>
        )}
      </div>
    </>
  );
}

/** “Agency, AP, 1 May 2026, Port Hallow”: the way with what was said along. */
function wayInWords(
  vouching: ListedVouching,
  { say, language }: { say: Say; language: string },
): string {
  const { way, source, url, date, place, translatedBy, translatedFrom } = vouching;
  return [
    say(`vouch:way_${way}`),
    url ? null : source,
    translatedBy && `${say('vouch:translatedBy')} ${translatedBy}`,
    translatedFrom,
    date && new Date(date).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' }),
    place,
  ]
    .filter(Boolean)
    .join(', ');
}
