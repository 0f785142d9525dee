import type { Payload } from 'payload';

/** What a migration works with. */
export interface MigrationContext {
  payload: Payload;
  /** Progress, for the operator who watches the start. */
  log: (line: string) => void;
}

/**
 * A change of what is stored, made once for every newsroom that began with an older version. It may be
 * killed at any moment and is then run again from the start: what it has done already it passes by.
 */
export interface Migration {
  /** Never changed once it has run anywhere: it says what ran. */
  name: string;
  run: (context: MigrationContext) => Promise<void>;
}
