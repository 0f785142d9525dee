import { describe, expect, it } from 'vitest';

import { offerMentions } from '../../../src/domain/story/offerMentions';

const person = (id: string, name: string, aliases: string[] = [], wikidataId?: string) => ({
  id,
  name,
  aliases,
  wikidataId: wikidataId ?? null,
});
const section = (id: string, text: string, people: string[] = []) => ({
  id,
  heading: null,
  paragraphs: text.split('\n'),
  people,
});
const story = {
  headline: 'Port Hallow lights up',
  standfirst: null,
  people: [],
  topics: [],
  listedTopics: [],
};

describe('what a story names', () => {
  it('offers people on record for the sections that name them and do not list them', () => {
    const { people } = offerMentions({
      ...story,
      sections: [
        section('s1', 'Ada Quill lit the lamp.', ['ada']),
        section('s2', '“We waited,” Ms. Quill said. Mayor Jonas Bell was there.'),
        section('s3', 'The lamp burns.'),
      ],
      people: [person('ada', 'Ada Quill', ['Ms. Quill']), person('bell', 'Jonas Bell')],
    });
    expect(people).toEqual([
      { id: 'ada', name: 'Ada Quill', wikidataId: null, sections: ['s2'] },
      { id: 'bell', name: 'Jonas Bell', wikidataId: null, sections: ['s2'] },
    ]);
  });

  it('offers a speaker without a record, and nobody who is only named', () => {
    const { people } = offerMentions({
      ...story,
      sections: [
        section('s1', '“It was dark,” Bernard Stone said. Mr. Walter Finch, 61, was at home.'),
      ],
    });
    expect(people).toEqual([
      { id: null, name: 'Bernard Stone', wikidataId: null, sections: ['s1'] },
    ]);
  });

  it('tells people of one name apart, until one of them is listed', () => {
    const people = [person('one', 'Ada Quill', [], 'Q1'), person('two', 'Ada Quill', [], 'Q2')];
    const text = 'Ada Quill lit the lamp.';
    const offered = offerMentions({ ...story, sections: [section('s1', text)], people });
    expect(offered.people.map(({ id, wikidataId }) => [id, wikidataId])).toEqual([
      ['one', 'Q1'],
      ['two', 'Q2'],
    ]);
    const sections = [section('s1', text, ['two']), section('s2', text)];
    expect(offerMentions({ ...story, sections, people }).people).toEqual([]);
  });

  it('offers topics by whole words, the most named first, and short names as they are written', () => {
    const topics = ['Harbour lights', 'War', 'EU', 'Tariffs', 'Ports'].map((name) => ({
      id: name,
      name,
    }));
    const { topics: offered } = offerMentions({
      ...story,
      sections: [
        section('s1', 'The harbour lights: tariffs, tariffs. Warned, the eu and port war.'),
      ],
      topics,
      listedTopics: [],
    });
    expect(offered.map(({ name }) => name)).toEqual(['Tariffs', 'Harbour lights']);
    const again = offerMentions({
      ...story,
      sections: [section('s1', 'The EU and its tariffs.')],
      topics,
      listedTopics: ['Tariffs'],
    });
    expect(again.topics.map(({ name }) => name)).toEqual(['EU']);
  });
});
