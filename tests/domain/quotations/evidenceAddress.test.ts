import { describe, expect, it } from 'vitest';

import { evidenceAddress } from '../../../src/domain/quotations/evidenceAddress';

describe('the address of evidence', () => {
  it.each([
    ['https://radio.example/a.mp3', '00:12:34', 'https://radio.example/a.mp3#t=754'],
    ['/api/evidence-files/file/a.m4a', '12:34.5', '/api/evidence-files/file/a.m4a#t=754'],
    ['https://radio.example/a.mp3?token=1', '00:01', 'https://radio.example/a.mp3?token=1#t=1'],
    ['https://www.youtube.com/watch?v=x', '1:00:01', 'https://www.youtube.com/watch?v=x&t=3601s'],
    ['https://youtu.be/x', '0:05', 'https://youtu.be/x?t=5s'],
    ['https://vimeo.com/1', '0:05', 'https://vimeo.com/1#t=5'],
    ['https://example.org/transcript', '0:05', 'https://example.org/transcript'],
    ['https://example.org/a.mp3#here', '0:05', 'https://example.org/a.mp3#here'],
    ['https://radio.example/a.mp3', 'later', 'https://radio.example/a.mp3'],
    ['https://radio.example/a.mp3', null, 'https://radio.example/a.mp3'],
  ])('%s at %s is %s', (address, timecode, expected) => {
    expect(evidenceAddress(address, timecode)).toBe(expected);
  });
});
