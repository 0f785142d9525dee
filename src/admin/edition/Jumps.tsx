import { Marked } from './Marked';
import { useReading } from './reading';

/** From here it takes more than a glance to find one's way. */
const MANY = 3;

/** To the headings below, without scrolling through all that stands between. */
export function Jumps({
  targets,
}: {
  /** Ids of elements that can be focused. */
  targets: readonly { id: string; label: string }[];
}) {
  const { say, language } = useReading();
  if (targets.length < MANY) return null;
  return (
    <nav className="edition-jumps" aria-label={say('view:jump')}>
      <ul>
        {targets.map(({ id, label }) => (
          <li key={id}>
            <button type="button" onClick={() => goTo(id)}>
              <Marked text={label} language={language} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
