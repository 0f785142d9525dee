import { Marked } from './Marked';
import { useReading } from './reading';

/** What can be opened from here without running anything in the panel. */
const OPENABLE = /^(?:https?:\/\/|mailto:|\/(?!\/))/i;

/** An address as it is written, to be read and to be opened in a window of its own. */
export function Address({ address }: { address: string }) {
  const { say, language } = useReading();
  const words = <Marked text={address} language={language} />;
  if (!OPENABLE.test(address)) {
    return (
      <span className="edition-address">
        {words} <em className="edition-note">{say('view:noLink')}</em>
      </span>
    );
  }
  return (
    <a className="edition-address" href={address} rel="noopener noreferrer" target="_blank">
      {words}
    </a>
  );
}
