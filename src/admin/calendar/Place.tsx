'use client';

import { useState, type ReactNode } from 'react';

/** A place of the calendar that an item can be dropped on. Past ones too: the server says why not. */
export function Place({
  as: Element,
  place,
  isPast,
  isTarget,
  isOutside = false,
  onDrop,
  children,
}: {
  as: 'td' | 'li';
  place: string;
  isPast: boolean;
  /** Whether a move with the keyboard is here. */
  isTarget: boolean;
  /** Whether it belongs to the month before or after. */
  isOutside?: boolean;
  onDrop: (place: string) => void;
  children: ReactNode;
}) {
  const [isOver, setOver] = useState(false);
  const states = [
    isPast && 'past',
    (isTarget || isOver) && 'target',
    isOutside && 'outside',
  ].filter((state) => state !== false);
  return (
    <Element
      data-place={place}
      className={['calendar__place', ...states.map((state) => `calendar__place--${state}`)].join(
        ' ',
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(place);
      }}
    >
      {children}
    </Element>
  );
}
