import { ACTION_NAMES, type ActionName } from '../../domain/workflow/actionTable';

/** In the address of an article's page: the action that somebody came for. */
const PARAMETER = 'do';

/** On the page of an article: something else than its bar asks for an action. */
export const ACTION_ASKED = 'standfirst:action-asked';

/** The address of an article's page that opens with an action. */
export function askFor(href: string, action: ActionName): string {
  return `${href}?${PARAMETER}=${action}`;
}

/** The action in this page's address; taken once, so that reloading the page does not ask again. */
export function takeAskedAction(): ActionName | null {
  const address = new URL(window.location.href);
  const asked = ACTION_NAMES.find((name) => name === address.searchParams.get(PARAMETER));
  if (!asked) return null;
  address.searchParams.delete(PARAMETER);
  // With a state of its own, Next would take the call for its router's, and write the old address back.
  window.history.replaceState(null, '', address);
  return asked;
}
