import type { ActionResult } from '../../actions/workflow/ActionResult';
import { performAction, type ArticleActionCall } from '../../actions/workflow/performAction';
import { Refusal } from '../../actions/Refusal';
import { inputSchema, type InputOf } from '../../domain/workflow/ActionInput';
import { personsActions, type ActionName } from '../../domain/workflow/actionTable';
import { checkInput } from './checkInput';

/**
 * Takes an action by name on what a client sent.
 *
 * @throws Refusal UNKNOWN_ACTION 404, INPUT_INVALID 400 naming each field, and what actions throw.
 */
export async function runVerb(
  name: string,
  call: ArticleActionCall,
  input: unknown,
): Promise<ActionResult> {
  const row = personsActions.find((candidate) => candidate.name === name);
  if (!row) {
    throw new Refusal({
      code: 'UNKNOWN_ACTION',
      status: 404,
      message: `There is no action “${name}”. There are: ${personsActions.map((each) => each.name).join(', ')}.`,
    });
  }
  const given = checkInput(inputSchema(row), input, `The input of “${name}” is not usable.`);
  return performAction({ ...call, action: row.name, input: given as InputOf<ActionName> });
}
