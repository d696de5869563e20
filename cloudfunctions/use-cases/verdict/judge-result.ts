import type { judgeResult as contract } from '@shared/contracts/verdict';
import type { VerdictLevel } from '@shared/domain/handling';
import { movedFile } from '@shared/domain/move-file';
import { cleanComment, countCharacters } from '@shared/domain/rating';
import type { Ticket } from '@shared/domain/ticket';
import type { MoveInput } from '@shared/domain/ticket-moves';
import { ok, refuse } from '@shared/kernel/result';
import type { UseCase } from '../../ports/context';
import { moveFile } from '../../ports/move-file';
import { moveContext } from '../ticket/move-context';

/** Whether the last verdict said just this: the retry of an answer that was lost on its way. */
const isJudged = ({ state, handling }: Ticket, level: VerdictLevel, words: string): boolean =>
  state !== 'awaitingVerdict' && handling.verdict?.level === level && handling.verdict.words === words;

/** 评定整改结果, by the rater himself. */
export const judgeResult: UseCase<typeof contract> = async ({ ratingId, verdict, words }, context) => {
  const { actor, now, ratings } = context;
  const file = await ratings.find(ratingId);
  if (!file?.ticket || file.raterRef !== actor.ref) return refuse('rating.unknown');
  const parts = await moveContext(file, context);
  if (!parts.ok) return parts;
  const { names, upperBureauId, rules, wordsMax } = parts.value;
  const said = cleanComment(words);
  if (countCharacters(said) > wordsMax) return refuse('rating.commentTooLong');
  if (isJudged(file.ticket, verdict, said)) return ok({ ticketState: file.ticket.state });
  const input: MoveInput =
    verdict === 'dissatisfied'
      ? { move: 'reopen', words: said }
      : { move: 'acceptResult', level: verdict, words: said };
  const by = { mover: 'rater', staffId: null } as const;
  let { state } = file.ticket;
  const moved = await moveFile(ratingId, ratings, (current) => {
    const changes = current
      ? movedFile(current, input, by, names, upperBureauId, now, rules)
      : refuse('rating.unknown');
    if (changes.ok) state = changes.value.ticket?.state ?? state;
    return changes;
  });
  return moved.ok ? ok({ ticketState: state }) : moved;
};
