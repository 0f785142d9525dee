import type { Requirement } from './ActionDefinition';
import type { ActionRow } from './actionTable';
import type { ArticleState } from './ArticleState';
import type { StandingRequest } from './decideTransition';
import { publicationBlocks } from './publicationBlocks';
import { blockingIssues } from './PublishIssue';
import { refuse, type Refusal } from './refuse';
import { noteNotApproved } from './refusalOfInput';
import { refusalOfPlace } from '../rights/refusalOfPlace';
import { hasRole } from '../rights/Role';

/** Why an action is not open to this user on this article at all; null when it is. */
export function refusalOfStanding(row: ActionRow, request: StandingRequest): Refusal | null {
  return refusalOfActor(row, request) ?? refusalOfArticle(row, request);
}

/** The part that hangs on who asks. */
function refusalOfActor(row: ActionRow, { article, user }: StandingRequest): Refusal | null {
  const verb = row.words.en.verb;
  if (!hasRole(user.roles, row.role))
    return refuse(
      'ROLE_NOT_ALLOWED',
      row.role === 'clock'
        ? 'Only the clock fires scheduled publications.'
        : `Your role does not allow you to ${verb}: that takes the role ${row.role} or above.`,
    );
  return refusalOfPlace({
    user,
    article,
    notYours: `You can ${verb} your own articles only: ask the writer of this one or an editor.`,
    isOwnEnough: row.role === 'writer',
  });
}

/** The part that hangs on the article, whoever asks but for four eyes. */
export function refusalOfArticle(
  row: ActionRow,
  { article, user, settings, now, issues = [] }: StandingRequest,
): Refusal | null {
  if (!row.from.includes(article.stage))
    return refuse('STAGE_NOT_ALLOWED', wrongPlace(row, article.stage, row.from));
  if (!row.when.includes(article.publicationState))
    return refuse(
      'PUBLICATION_STATE_NOT_ALLOWED',
      wrongPlace(row, article.publicationState, row.when),
    );
  const missing = row.requires && refusalOfRequirement(row.requires, article);
  if (missing) return missing;
  const barred = row.fourEyes && settings.fourEyes ? refusalOfContributor(article, user.id) : null;
  if (barred) return barred;
  if (row.publishes === 'now') {
    const [block] = publicationBlocks({ ...article, now });
    if (block) return refuse(block.code, block.message);
  }
  if (row.name === 'publish' && article.publicationState === 'live') {
    if (article.noteOfApproved === 'missing') return refuse(...noteNotApproved);
  }
  if (row.step === 'publish') return null;
  const stopping = (row.step ? blockingIssues(issues, row.step) : []).filter(
    ({ answeredBy }) => !answeredBy || !row.takes.includes(answeredBy),
  );
  if (stopping.length === 0) return null;
  const messages = stopping.map(({ message }) => message).join(' ');
  return {
    ...refuse('CONTENT_NOT_READY', `Still to put right: ${messages}`),
    issues: stopping,
  };
}

/** Where nobody's contribution was recorded, in articles from before, the submitter counts for all. */
function refusalOfContributor(article: ArticleState, userId: string): Refusal | null {
  const { contributors, submittedBy } = article;
  if (contributors.includes(userId))
    return refuse(
      'FOUR_EYES',
      'You contributed to this article since its last edition: somebody else must approve it.',
    );
  return contributors.length === 0 && submittedBy === userId
    ? refuse('FOUR_EYES', 'You submitted this article: somebody else must approve it.')
    : null;
}

function refusalOfRequirement(requirement: Requirement, article: ArticleState): Refusal | null {
  const { approvedEdition, liveEdition, publicationState, onHold, openOrder } = article;
  switch (requirement) {
    case 'approvedEdition':
    case 'newEdition':
      if (!approvedEdition)
        return publicationState === 'withdrawn'
          ? refuse('NEEDS_FRESH_APPROVAL', 'A withdrawn article must be approved afresh first.')
          : refuse(
              'NO_APPROVED_EDITION',
              'No edition is approved: have the article approved first.',
            );
      return requirement === 'newEdition' && approvedEdition === liveEdition
        ? refuse('ALREADY_LIVE', 'The approved edition is live already.')
        : null;
    case 'otherEdition':
      if (!openOrder || openOrder.kind !== 'publish')
        return refuse('NOTHING_SCHEDULED', 'Nothing is scheduled for this article.');
      return (
        refusalOfRequirement('approvedEdition', article) ??
        (openOrder.edition === approvedEdition
          ? refuse(
              'EDITION_ALREADY_SCHEDULED',
              'The approved edition is the one that is scheduled already.',
            )
          : null)
      );
    case 'openOrder':
      return openOrder
        ? null
        : refuse('NOTHING_SCHEDULED', 'Nothing is scheduled for this article.');
    case 'onHold':
      return onHold ? null : refuse('NOT_ON_HOLD', 'This article is not on hold.');
    case 'notOnHold':
      return onHold ? refuse('ALREADY_ON_HOLD', 'This article is on hold already.') : null;
  }
}

function wrongPlace(row: ActionRow, is: string, allowed: readonly string[]): string {
  const places = allowed.map(words).join(' or ');
  return `This article is ${words(is)}. To ${row.words.en.verb}, it must be ${places}.`;
}

function words(value: string): string {
  return value.replaceAll('_', ' ');
}
