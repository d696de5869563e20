import * as z from 'zod/mini';
import { CAUSES, CONTACT_OUTCOMES, FINDINGS } from '../domain/handling';
import { contract } from './contract';
import { says, ticketState } from './fields';

const ratingId = z.string().check(z.minLength(1, says('ticket.unknown')), z.maxLength(80, says('ticket.unknown')));
const words = z.string().check(z.minLength(1, says('ticket.wordsMissing')), z.maxLength(10_000, says('words.tooLong')));
const optionalWords = z._default(z.string().check(z.maxLength(10_000, says('words.tooLong'))), '');

/** What an official gives with each move. */
const step = z.discriminatedUnion('move', [
  z.strictObject({
    move: z.literal('dispatch'),
    unitId: z.string().check(z.maxLength(80, says('ticket.unitInvalid'))),
  }),
  z.strictObject({ move: z.literal('redirect'), reason: words }),
  z.strictObject({ move: z.literal('accept') }),
  z.strictObject({ move: z.literal('classify'), cause: z.enum(CAUSES), isComplex: z.boolean() }),
  z.strictObject({ move: z.literal('askStatement') }),
  z.strictObject({ move: z.literal('recordAttempt'), outcome: z.enum(CONTACT_OUTCOMES), note: optionalWords }),
  z.strictObject({ move: z.literal('recordFollowUp'), finding: z.enum(FINDINGS), note: words }),
  z.strictObject({ move: z.literal('plan'), plan: words }),
  z.strictObject({
    move: z.literal('submitRectification'),
    measures: words,
    /** 答复 to the rater. */
    reply: words,
    photos: z._default(
      z
        .array(z.string().check(z.maxLength(200, says('photo.notYours'))))
        .check(z.maxLength(9, says('rating.tooManyPhotos'))),
      [],
    ),
  }),
  z.strictObject({ move: z.literal('sendBack'), reason: words }),
  z.strictObject({ move: z.literal('verify') }),
  z.strictObject({
    move: z.literal('askExtension'),
    reason: words,
    days: z.int().check(z.minimum(1, says('ticket.extensionTooLong')), z.maximum(365, says('ticket.extensionTooLong'))),
  }),
  z.strictObject({ move: z.literal('grantExtension') }),
  z.strictObject({ move: z.literal('denyExtension'), reason: words }),
  z.strictObject({ move: z.literal('remind') }),
  z.strictObject({ move: z.literal('supervise'), reason: words }),
]);

/** 办理工单: one move, as `TICKET_TABLE` has it. `version` is what the caller saw: whoever comes second is told, and loses nothing. */
export const moveTicket = contract({
  name: 'ticket.move',
  permission: 'ticket.read',
  input: z.strictObject({ ratingId, version: z.int(), step }),
  audits: ({ ratingId, step }) => ({ about: ratingId, purpose: step.move }),
  output: z.object({ state: ticketState }),
});

/** 可派往的单位: those of the jurisdiction with a 责任人员 who was not rated. */
export const listUnits = contract({
  name: 'ticket.units',
  permission: 'ticket.read',
  input: z.strictObject({ ratingId }),
  output: z.object({ items: z.array(z.object({ unitId: z.string(), name: z.string() })) }),
});
