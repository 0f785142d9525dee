import { withMarks } from '../../domain/characters/hiddenCharacters';

import './edition.css';

/** A text as it is written; what nobody would see of it is a mark with its name. */
export function Marked({ text, language }: { text: string; language: string }) {
  return withMarks(text).map((part, index) => {
    if ('text' in part) return part.text;
    const { code, name } = part.mark;
    return (
      <mark className="edition-mark" key={index}>
        {code} {language.startsWith('de') ? name.de : name.en}
      </mark>
    );
  });
}
