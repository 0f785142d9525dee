import { fileAt } from './fileName';

interface PinnedImage {
  id: string;
  url: string | null;
  sizes: Readonly<Record<string, { url: string }>>;
}

interface PinningContent {
  leadImage: PinnedImage | null;
  images: readonly PinnedImage[];
}

/** The names of the files that an edition shows: every picture of it in every size, each once. */
export function pinnedFiles(content: PinningContent): string[] {
  return [...new Set([...filesOfImages(content).values()].flat())];
}

/** The same by the image, since each has rights of its own: its id, and the names of its files. */
export function filesOfImages({ leadImage, images }: PinningContent): Map<string, string[]> {
  return new Map(
    [...(leadImage ? [leadImage] : []), ...images].map(({ id, url, sizes }) => {
      const addresses = [url, ...Object.values(sizes).map((size) => size.url)];
      return [id, [...new Set(addresses.flatMap((address) => fileAt(address) ?? []))]];
    }),
  );
}

/** What a file says that is shown by an image in a live article. */
export function holderOf(articleId: string, imageId: string): `articles/${string}/${string}` {
  return `articles/${articleId}/${imageId}`;
}
