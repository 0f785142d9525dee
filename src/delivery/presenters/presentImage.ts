import type { EditionImage } from '../../domain/edition/EditionContent';
import { publicFields } from '../../domain/edition/publicFields';
import { haveRightsEnded } from '../../domain/faces/endOfRights';
import type { ImageResponse } from '../schemas/contentSchemas';

/** An image with absolute addresses, or null once the rights in it have run out. */
export function presentImage({
  image,
  publicUrl,
  now,
}: {
  image: EditionImage;
  publicUrl: string;
  now: Date;
}): ImageResponse | null {
  if (haveRightsEnded(image.expiresAt, now)) return null;
  const { id, url, focalX, focalY, sizes } = image;
  const absolute = (path: string) => (path.startsWith('/') ? `${publicUrl}${path}` : path);
  return {
    id,
    url: url === null ? null : absolute(url),
    ...publicFields('image', 'lists', image),
    focalPoint: focalX === null || focalY === null ? null : { x: focalX, y: focalY },
    sizes: Object.fromEntries(
      Object.entries(sizes).map(([name, size]) => [name, { ...size, url: absolute(size.url) }]),
    ),
  };
}
