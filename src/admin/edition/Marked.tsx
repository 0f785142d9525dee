import type { Say } from '../words/useWords';

/** A text as it is written. */
export function Marked({ text }: { text: string; say: Say }) {
  return <>{text}</>;
}
