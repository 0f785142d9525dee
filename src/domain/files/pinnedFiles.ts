import { fileAt } from './fileName';

interface PinnedImage {
  url: string | null;
  sizes: Readonly<Record<string, { url: string }>>;
}

/** The names of the files that an edition shows: every picture of it in every size, each once. */
export function pinnedFiles(content: {
  leadImage: PinnedImage | null;
  images: readonly PinnedImage[];
}): string[] {
  const images = [...(content.leadImage ? [content.leadImage] : []), ...content.images];
  const addresses = images.flatMap(({ url, sizes }) => [
    url,
    ...Object.values(sizes).map((size) => size.url),
  ]);
  return [...new Set(addresses.flatMap((address) => fileAt(address) ?? []))];
}
