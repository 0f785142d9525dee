interface ErrorBody {
  errors?: { message?: string }[];
}

/** `status` and `message` are null where no server answered, or none of ours. */
export type ApiAnswer<T> =
  { ok: true; body: T } | { ok: false; status: number | null; message: string | null };

/** One request to the newsroom's own API: what it answers, or the sentence that says why not. */
export async function askApi<T>(
  address: string,
  { method = 'GET', body }: { method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'; body?: object } = {},
): Promise<ApiAnswer<T>> {
  const response = await fetch(address, {
    method,
    credentials: 'include',
    ...(body
      ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {}),
  }).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  if (response?.ok) return { ok: true, body: answer as T };
  const [error] = (answer as ErrorBody | null)?.errors ?? [];
  return { ok: false, status: response?.status ?? null, message: error?.message ?? null };
}
