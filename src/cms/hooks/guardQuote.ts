import type { CollectionBeforeChangeHook } from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';
import { Refusal } from '../../actions/Refusal';
import { lengthFault } from '../../domain/quotations/lengthFault';
import { actionErrorStatus } from '../../domain/workflow/actionErrorStatus';
import type { Quote } from '../../payload-types';
import { may } from '../../domain/rights/rights';

/**
 * A record of more words than can be compared is refused, whoever saves it. Writers write quotations
 * and fact-checkers verify them; only an editor may do both.
 */
export const guardQuote: CollectionBeforeChangeHook<Quote> = ({
  context,
  data,
  originalDoc,
  req,
}) => {
  const tooLong = lengthFault(data.text);
  if (tooLong) throw new Refusal({ code: 'BODY_INVALID', status: 400, message: tooLong });
  const { user } = req;
  if (!user || actionOf(req) || may(user, 'edit')) return data;
  const status = data.verification?.status;
  // A version from the past brings no verdict along: see bindVerdict.
  const isFromThePast = Boolean(context.isRestoringVersion ?? context.isRestoringEdition);
  const isVerifying =
    !isFromThePast &&
    status !== undefined &&
    status !== (originalDoc?.verification?.status ?? 'unverified');
  if (isVerifying && !may(user, 'verifyQuotes')) {
    throw refusal('A fact-checker or an editor verifies a quotation. Leave it unverified for now.');
  }
  const isRewording =
    originalDoc !== undefined && data.text !== undefined && data.text !== originalDoc.text;
  if (isRewording && !may(user, 'write')) {
    throw refusal('A fact-checker verifies a quotation; its words are the writer’s to change.');
  }
  return data;
};

function refusal(message: string): Refusal {
  return new Refusal({
    code: 'ROLE_NOT_ALLOWED',
    status: actionErrorStatus.ROLE_NOT_ALLOWED,
    message,
  });
}
