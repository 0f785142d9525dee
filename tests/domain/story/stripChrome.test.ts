import { describe, expect, it } from 'vitest';

import { readCopyright } from '../../../src/domain/story/readCopyright';
import { stripChrome } from '../../../src/domain/story/stripChrome';

const blocks = (...texts: string[]) => texts.map((text, index) => ({ text, line: index + 1 }));

describe('stripChrome', () => {
  it.each([
    'Share news',
    'Share this article',
    'Share on Facebook',
    'Advertisement',
    '— Advertisement —',
    'Story continues below advertisement',
    'Related: How the pier was lost',
    'Read more: The telescope that fell off a lorry',
    'Lire aussi : Le moulin cherche un meunier',
    'Lesen Sie auch: Die Fähre fährt wieder',
    'We use cookies to improve your visit. By clicking Accept, you agree to our privacy policy.',
    'Sign up for our daily newsletter',
    'Subscribe to the Courier today',
    'Follow us on Instagram for more from the harbour',
    'Print | Email | Facebook',
    'Home > News > Harbour',
    '5 min read',
    '12 comments',
    'Published: 4 March 2031, 07:15',
    'Skip to content',
    'All rights reserved.',
    '© 2031 The Hallow Courier. All rights reserved.',
  ])('strips "%s"', (line) => {
    const answer = stripChrome(blocks('Headline', line));
    expect(answer.blocks.map((block) => block.text)).toEqual(['Headline']);
    expect(answer.removed.map((block) => block.text)).toEqual([line]);
  });

  it.each([
    'Share prices fell on Monday.',
    'Advertisement was the reason he gave for the noise.',
    'Related people were not invited, the mayor said.',
    'Copyright law is changing, and the harbour choir is afraid of it.',
    'They use cookies as bait, the angler said, and the eels do not mind.',
    'Subscribers to the choir paid twice.',
    'Home is where the ferry lands.',
    'Print shops in the valley have closed.',
    'Read more books, the teacher said to the mayor, and he did.',
    'Follow the river on foot and you reach the mill.',
    'Published authors are rare in Port Hallow.',
    'By using the tide, the ferry saves an hour.',
  ])('keeps "%s"', (line) => {
    expect(stripChrome(blocks('Headline', line)).removed).toEqual([]);
  });

  it('keeps what the first copyright line says', () => {
    const answer = stripChrome(
      blocks('Headline', 'Copyright ©2025 All rights reserved | Example News', '© 1999 Nobody'),
    );
    expect(answer.origin).toEqual({
      publisher: 'Example News',
      copyrightLine: 'Copyright ©2025 All rights reserved | Example News',
      copyrightYear: 2025,
    });
  });
});

describe('readCopyright', () => {
  it.each([
    ['© 2031 The Hallow Courier. All rights reserved.', 'The Hallow Courier', 2031],
    ['Copyright 2029 by Northern Shore Press', 'Northern Shore Press', 2029],
    ['(c) 2023 Harbour Press Ltd', 'Harbour Press Ltd', 2023],
    ['Copyright © 2028–2030 Tidewater Media | All rights reserved', 'Tidewater Media', 2030],
    ['© 2030 Le Courrier de Valmont. Tous droits réservés', 'Le Courrier de Valmont', 2030],
    ['All rights reserved', null, null],
  ])('reads "%s"', (line, publisher, copyrightYear) => {
    expect(readCopyright(line)).toEqual({ publisher, copyrightLine: line, copyrightYear });
  });

  it('leaves a sentence about copyright alone', () => {
    expect(readCopyright('Copyright is a right, said the judge.')).toBeNull();
  });
});
