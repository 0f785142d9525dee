/**
 * Where to open evidence at its time code: with a Media Fragment (W3C, 2012: #t=754) for recordings,
 * with the parameter of the two video sites that have one of their own, else the plain address.
 */
export function evidenceAddress(address: string, timecode: string | null | undefined): string {
  const seconds = secondsOf(timecode);
  if (seconds === null) return address;
  const [, host = '', path = ''] = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(address) ?? [];
  if (/(^|\.)(youtube\.com|youtu\.be)$/i.test(host)) {
    return `${address}${address.includes('?') ? '&' : '?'}t=${seconds}s`;
  }
  const isRecording = /\.(mp3|m4a|wav|ogg|oga|mp4|webm|mov)$/i.test(path || address);
  const isMarked = address.includes('#');
  return isMarked || !(isRecording || /(^|\.)vimeo\.com$/i.test(host))
    ? address
    : `${address}#t=${seconds}`;
}

/** "00:12:34" or "12:34.5" in whole seconds; null for what is no time code. */
function secondsOf(timecode: string | null | undefined): number | null {
  if (!timecode || !/^(\d{1,2}:)?\d{1,2}:\d{2}([.,]\d{1,3})?$/.test(timecode)) return null;
  return timecode
    .split(':')
    .map((part) => Math.floor(Number(part.replace(',', '.'))))
    .reduce((total, part) => total * 60 + part, 0);
}
