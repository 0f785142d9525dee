import type {
  SavedStory,
  StoryNews,
  StoryToSave,
  WholeStory,
} from '../../../domain/story/WholeStory';
import { outlivesItsPage } from '../../page/outlivesItsPage';

export type SaveAnswer =
  | { kind: 'saved'; saved: SavedStory }
  | { kind: 'stale'; newest: WholeStory }
  /** The connection or the server is away: the same request may be sent again. */
  | { kind: 'unreachable' }
  | { kind: 'signedOut' }
  /** Null where the server did not say why. */
  | { kind: 'refused'; message: string | null };

interface ErrorBody {
  errors?: { message?: string; data?: { code?: string; newest?: WholeStory } }[];
}

/** What the story page asks of the server. */
export function storyApi(api: string, articleId: string) {
  const address = `${api}/articles/${articleId}/story`;
  return {
    read: async (): Promise<WholeStory | null> => {
      const response = await fetch(address, { credentials: 'include' }).catch(() => null);
      return response?.ok ? ((await response.json()) as WholeStory) : null;
    },

    save: async (story: StoryToSave, key: string): Promise<SaveAnswer> => {
      const body = JSON.stringify(story);
      const response = await fetch(address, {
        method: 'PUT',
        credentials: 'include',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        keepalive: outlivesItsPage(body),
        body,
      }).catch(() => null);
      if (!response || response.status >= 500) return { kind: 'unreachable' };
      const answer = (await response.json().catch(() => null)) as ErrorBody | SavedStory | null;
      if (response.ok) return { kind: 'saved', saved: answer as SavedStory };
      const [error] = (answer as ErrorBody | null)?.errors ?? [];
      const newest = error?.data?.newest;
      if (response.status === 409 && newest) return { kind: 'stale', newest };
      // Others were saving at that moment: the same request goes through a moment later.
      if (response.status === 409 && /CONFLICT$/.test(error?.data?.code ?? '')) {
        return { kind: 'unreachable' };
      }
      if (response.status === 401) return { kind: 'signedOut' };
      return { kind: 'refused', message: error?.message ?? null };
    },

    /** Tells that this person is here, and hears who else is. */
    here: async (isLeaving = false): Promise<StoryNews | null> => {
      const response = await fetch(`${address}/presence`, {
        method: isLeaving ? 'DELETE' : 'POST',
        credentials: 'include',
        keepalive: isLeaving,
      }).catch(() => null);
      return response?.ok && !isLeaving ? ((await response.json()) as StoryNews) : null;
    },
  };
}

export type StoryApi = ReturnType<typeof storyApi>;
