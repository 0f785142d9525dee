/** The id of the notes on the story page, for links that lead to them. */
export const NOTES_ID = 'notes';
