import type { Migration } from './Migration';

interface StoredSettings {
  globalType: string;
  quoteRules?: Record<string, string | null>;
}

/**
 * Newsrooms that had quotations before somebody had to answer for each go on as they were: what their
 * rule said about unverified quotes is what it says about those that nobody answers for, a warning
 * where none was saved. New newsrooms begin with a block. What else they saved, such as that a dispute
 * only warns, stays theirs.
 */
export const keepQuoteRules: Migration = {
  name: 'keepQuoteRules',
  run: async ({ payload, log }) => {
    const { connection } = payload.db;
    if (!(await connection.collection('_quotes_versions').findOne({}))) return;
    const globals = connection.collection<StoredSettings>('globals');
    const stored = await globals.findOne({ globalType: 'settings' });
    if (stored?.quoteRules?.unanswered) return;
    const level = stored?.quoteRules?.unverified ?? 'warn';
    const now = new Date();
    await globals.updateOne(
      { globalType: 'settings' },
      {
        $set: { 'quoteRules.unanswered': level, updatedAt: now } as never,
        $setOnInsert: { createdAt: now } as never,
      },
      { upsert: true },
    );
    log(
      `Quotations that nobody answers for: “${level}”, as before. New newsrooms block them: see Settings.`,
    );
  },
};
