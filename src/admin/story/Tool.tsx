import type { ReactNode } from 'react';

/** A button of the row above the text. */
export function Tool({
  label,
  hint,
  isOn,
  onClick,
  children,
}: {
  label: string;
  hint: string;
  isOn?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      aria-label={label}
      aria-pressed={isOn}
      className="story-tool"
      onClick={onClick}
      // The cursor stays where it is in the text.
      onMouseDown={(event) => event.preventDefault()}
      title={hint}
      type="button"
    >
      {children}
    </button>
  );
}
