import { idOf, type WorkingCopy } from '../edition/WorkingCopy';
import { isLiveChange } from './ArticleState';
import { isSeen } from '../characters/hiddenCharacters';
import { hiddenIssues } from './hiddenIssues';
import { imageIssues } from './imageIssues';
import { missingDocuments } from './missingDocuments';
import { publicationBlocks } from './publicationBlocks';
import { found, stopsApproval, stopsSubmit, warns, type PublishIssue } from './PublishIssue';
import { sectionIssues } from './sectionIssues';

/**
 * Everything that stands between a working copy and publication, all at once, in the order of the
 * article; `blockingIssues` picks what stops one step. Paths count from 0. `quoteFindings`, what
 * checking the quotations against the text found, is passed through.
 */
export function publishIssues({
  workingCopy,
  now,
  quoteFindings = [],
  changesLiveText = false,
}: {
  workingCopy: WorkingCopy;
  /** ISO 8601 UTC. */
  now: string;
  quoteFindings?: readonly PublishIssue[];
  /** Whether readers see other words now than this working copy has. */
  changesLiveText?: boolean;
}): PublishIssue[] {
  const { flags, embargoUntil } = workingCopy.article;
  return [
    ...headIssues(workingCopy),
    ...changeIssues(workingCopy, changesLiveText),
    ...leadImageIssues(workingCopy, now),
    ...sectionIssues(workingCopy, now),
    ...missingDocuments(workingCopy),
    ...hiddenIssues(workingCopy),
    ...quoteFindings,
    ...flagIssues(workingCopy),
    ...publicationBlocks({
      onHold: flags?.onHold ?? false,
      holdReason: flags?.holdReason,
      embargoUntil: embargoUntil ?? null,
      now,
    }),
  ];
}

/** For each byline, whether it names anybody: a person that there is, or a name that is seen. */
function namedBylines({ article, people }: WorkingCopy): boolean[] {
  return (article.bylines ?? []).map(({ name, person }) => {
    const known = people.find(({ id }) => id === idOf(person));
    return isSeen(name) || isSeen(known?.name);
  });
}

function headIssues(workingCopy: WorkingCopy): PublishIssue[] {
  const nameless = namedBylines(workingCopy).flatMap((isNamed, index): PublishIssue[] =>
    isNamed
      ? []
      : [
          {
            ...warns,
            code: 'BYLINE_WITHOUT_NAME',
            field: `bylines.${index}`,
            message: `Byline ${index + 1} names nobody: choose a person, write a name, or remove it.`,
          },
        ],
  );
  return [...missingInHead(workingCopy), ...nameless];
}

function missingInHead(workingCopy: WorkingCopy): PublishIssue[] {
  const { article } = workingCopy;
  return found([
    [
      !isSeen(article.headline),
      {
        ...stopsSubmit,
        code: 'HEADLINE_MISSING',
        field: 'headline',
        message: 'The headline is empty: write one.',
      },
    ],
    [
      !isSeen(article.standfirst),
      {
        ...stopsSubmit,
        code: 'STANDFIRST_MISSING',
        field: 'standfirst',
        message: 'The standfirst is empty: write one.',
      },
    ],
    [
      !article.slug?.trim(),
      {
        ...stopsSubmit,
        code: 'SLUG_MISSING',
        field: 'slug',
        message: 'The article has no address: write a slug.',
      },
    ],
    [
      !namedBylines(workingCopy).some(Boolean),
      {
        ...warns,
        code: 'BYLINE_MISSING',
        field: 'bylines',
        message: 'Nobody is named as author: add a byline.',
      },
    ],
    [
      !article.leadImage,
      {
        ...warns,
        code: 'LEAD_IMAGE_MISSING',
        field: 'leadImage',
        message: 'The article has no lead image: choose one.',
      },
    ],
  ]);
}

/** Readers are told of every change of a live text, in words that were approved with it. */
function changeIssues({ article: { change } }: WorkingCopy, changesLiveText: boolean) {
  const isTold = isLiveChange(change);
  return found([
    [
      changesLiveText && !isTold,
      {
        ...stopsSubmit,
        code: 'CHANGE_NOTE_MISSING',
        field: 'change',
        answeredBy: 'change',
        message:
          'This changes a text that readers have seen: say whether it is a correction, a clarification or an update, with a note for them, or a minor change, with the reason.',
      },
    ],
  ]);
}

function leadImageIssues({ article, media }: WorkingCopy, now: string): PublishIssue[] {
  const image = media.find(({ id }) => id === idOf(article.leadImage));
  if (!image) return [];
  return [
    ...imageIssues({ image, field: 'leadImage', name: 'The lead image', now }),
    ...found([
      [
        !isSeen(article.leadImageCredit) && !isSeen(image.credit),
        {
          ...stopsApproval,
          code: 'LEAD_IMAGE_CREDIT_MISSING',
          field: 'leadImageCredit',
          message: 'The lead image has no credit: say whose picture it is.',
          subject: { collection: 'media', id: image.id },
        },
      ],
    ]),
  ];
}

function flagIssues({ article: { flags } }: WorkingCopy): PublishIssue[] {
  return found([
    [
      flags?.legal === 'required',
      {
        ...stopsApproval,
        code: 'LEGAL_CHECK_OPEN',
        field: 'flags.legal',
        message: 'The legal check is open: have it done, then mark it complete.',
      },
    ],
    [
      flags?.factCheck === 'required',
      {
        ...stopsApproval,
        code: 'FACT_CHECK_OPEN',
        field: 'flags.factCheck',
        message: 'The fact check is open: have a fact-checker complete it.',
      },
    ],
  ]);
}
