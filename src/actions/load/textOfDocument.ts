/** What of a document is not its text: whose it is, where it stands, and what the system counts. */
const NOT_TEXT = [
  'id',
  'workflow',
  'corrections',
  'flags',
  'embargoUntil',
  'assignedTo',
  'deadline',
  'revision',
  'savedBy',
  'contributors',
  'createdAt',
  'updatedAt',
  'deletedAt',
  '_status',
];

/** What an edition may bring back of a document from the past, to readers or to the working copy. */
export function textOfDocument(document: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !NOT_TEXT.includes(name)));
}
