/** Where an order stands: the clock has yet to carry it out, is at it, did, or will not. */
export const ORDER_STATES = ['pending', 'claimed', 'fired', 'cancelled', 'blocked'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Orders that still stand: waiting, in a worker's hands, or stopped until a person decides. */
export const OPEN_ORDER_STATES = ['pending', 'claimed', 'blocked'] as const satisfies OrderState[];

/** Every move between these; none leads on from an order that was fired or cancelled. */
/* prettier-ignore */
export const orderMoves = {
  place:      { from: [],                       to: 'pending'   },
  // A worker whose lease ran out is replaced by another.
  claim:      { from: ['pending', 'claimed'],   to: 'claimed'   },
  giveBack:   { from: ['claimed'],              to: 'pending'   },
  fire:       { from: ['claimed'],              to: 'fired'     },
  block:      { from: ['claimed'],              to: 'blocked'   },
  // The rest of a group goes with the one that a worker has claimed.
  fireAlong:  { from: ['pending'],              to: 'fired'     },
  blockAlong: { from: ['pending'],              to: 'blocked'   },
  reschedule: { from: OPEN_ORDER_STATES,        to: 'pending'   },
  replace:    { from: OPEN_ORDER_STATES,        to: null        },
  cancel:     { from: OPEN_ORDER_STATES,        to: 'cancelled' },
} as const satisfies Record<string, { from: readonly OrderState[]; to: OrderState | null }>;

export type OrderMove = keyof typeof orderMoves;
