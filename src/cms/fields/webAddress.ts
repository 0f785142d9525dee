import type { TextFieldSingleValidation } from 'payload';

/** Accepts nothing, or an absolute http(s) address: anything else could run as script when clicked. */
export const webAddress: TextFieldSingleValidation = (value) => {
  if (!value) return true;
  const url = URL.canParse(value) ? new URL(value) : null;
  return url?.protocol === 'https:' || url?.protocol === 'http:'
    ? true
    : 'Write the whole address, beginning with https:// or http://.';
};
