/** Stands where Payload would offer to publish or unpublish: only actions do that. */
export function NoButton() {
  return null;
}
