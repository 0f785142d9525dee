import { quoteRules, type QuoteRules } from '../quotations/quoteRules';
import type { VouchingShown } from '../quotations/vouching';

/** What a newsroom works by until it says otherwise. */
export const DEFAULT_SETTINGS = {
  /** Whether those who contributed are barred from approving. */
  fourEyes: true,
  /** Minutes; how late a scheduled publication may still go out by itself. */
  lateLimitMinutes: 60,
  /** The clock that the newsroom's calendar goes by: an IANA name. */
  timeZone: 'UTC',
  /** What readers are shown of who vouches for a quotation. */
  vouchingShown: 'way' as VouchingShown,
};

/** The newsroom's settings, nothing left open. */
export interface SettingsInForce {
  fourEyes: boolean;
  lateLimitMinutes: number;
  timeZone: string;
  quoteRules: QuoteRules;
  vouchingShown: VouchingShown;
}

/** The settings as stored, with the default for each that was never saved. */
export function settingsInForce(stored: {
  fourEyes?: boolean | null;
  lateLimitMinutes?: number | null;
  timeZone?: string | null;
  quoteRules?: Parameters<typeof quoteRules>[0];
  vouchingShown?: VouchingShown | null;
}): SettingsInForce {
  return {
    fourEyes: stored.fourEyes ?? DEFAULT_SETTINGS.fourEyes,
    lateLimitMinutes: stored.lateLimitMinutes ?? DEFAULT_SETTINGS.lateLimitMinutes,
    timeZone: stored.timeZone || DEFAULT_SETTINGS.timeZone,
    quoteRules: quoteRules(stored.quoteRules),
    vouchingShown: stored.vouchingShown ?? DEFAULT_SETTINGS.vouchingShown,
  };
}
