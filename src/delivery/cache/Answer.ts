/** What a route found out, before it is encoded: everything that an HTTP answer is made of. */
export interface Answer {
  status: number;
  contentType: string;
  body: string;
  /**
   * What it depends on ("article:65f…", "lists"): a change of any of these drops it. Absent: it is
   * not to be kept.
   */
  tags?: readonly string[];
  lastModified?: Date;
  cacheControl?: string;
  /** For what changes by the passing of time: how long it may be kept at all, in ms. */
  lifetimeMs?: number;
  /** When rights in a picture end that it shows: nobody may keep it for longer, whatever happens. */
  rightsEndAt?: Date;
  headers?: Readonly<Record<string, string>>;
}
