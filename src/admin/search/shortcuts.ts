/** WCAG 2.1.4: whoever speaks to the computer must be able to switch single keys off. */
const SINGLE_KEYS = 'standfirst-single-keys';

export const singleKeys = {
  areOn: (): boolean => window.localStorage.getItem(SINGLE_KEYS) !== 'off',
  set: (areOn: boolean): void => window.localStorage.setItem(SINGLE_KEYS, areOn ? 'on' : 'off'),
};

/** Ctrl-K or Cmd-K, unless words are selected in a text: there the editor makes a link of them. */
export function isSearchKey(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return false;
  if (event.altKey || event.shiftKey) return false;
  const isInText = event.target instanceof HTMLElement && event.target.isContentEditable;
  return !(isInText && window.getSelection()?.isCollapsed === false);
}

/** Whether a key belongs to a field that somebody types in. */
export function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]');
}
