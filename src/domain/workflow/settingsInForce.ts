/** What a newsroom works by until it says otherwise. */
export const DEFAULT_SETTINGS = {
  /** Whether the submitter is barred from approving. */
  fourEyes: true,
  /** Minutes; how late a scheduled publication may still go out by itself. */
  lateLimitMinutes: 60,
};

type Settings = typeof DEFAULT_SETTINGS;

/** The settings as stored, with the default for each that was never saved. */
export function settingsInForce(stored: {
  [Name in keyof Settings]?: Settings[Name] | null;
}): Settings {
  return {
    fourEyes: stored.fourEyes ?? DEFAULT_SETTINGS.fourEyes,
    lateLimitMinutes: stored.lateLimitMinutes ?? DEFAULT_SETTINGS.lateLimitMinutes,
  };
}
