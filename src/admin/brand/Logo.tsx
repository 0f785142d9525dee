import { Mark } from './Mark';

/** The name beside the mark, for the sign-in page. */
export function Logo() {
  return (
    <span
      style={{ alignItems: 'center', display: 'inline-flex', fontSize: '1.9rem', gap: '0.6rem' }}
    >
      <Mark />
      <strong>Standfirst</strong>
    </span>
  );
}
