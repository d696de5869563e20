import type { exportMine as contract } from '@shared/contracts/identity';
import { IDENTITY_FIELDS, type IdentityField } from '@shared/domain/identity';
import { PROOF_LEVEL_LABELS, PROOF_METHOD_LABELS } from '@shared/domain/identity-labels';
import { LEVEL_LABELS, TICKET_STATE_LABELS, VERDICT_LABELS } from '@shared/domain/labels';
import type { RatingFile } from '@shared/domain/rating-file';
import { seenBy } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf, sayMoment } from '@shared/kernel/time';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { tagTexts } from '@shared/policy/tags/texts';
import type { Context, UseCase } from '../../ports/context';
import { placeOf } from '../identity/change-identity';
import { originalOf } from '../rating/original';
import { openWords } from '../report/seal';
import { mayActOnOwnData } from './own-data-limit';
import { allOwnRatings } from './own-ratings';

const asText = (at: number): string => `${dayOf(at)} ${sayMoment(at).split(' ')[1]}`;

const ratingOf = (file: RatingFile) => {
  const { receiptNo, level, tags, dictionary, comment, ratedAt, subject, ticket, ...later } = seenBy(file, 'rater');
  const verdict = ticket?.handling.verdict;
  const original = originalOf(later.original);
  return {
    回执编号: receiptNo,
    时间: asText(ratedAt),
    打开评价的时间: file.traces.openedAt === null ? null : asText(file.traces.openedAt),
    网络代号: file.traces.networkRef === null ? null : '已保存',
    等级: LEVEL_LABELS[level],
    标签: tagTexts(dictionary, tags),
    原因: comment,
    照片: file.photos.length,
    评价对象: subject.names,
    办件编号: subject.caseNo,
    原评价: original && { 等级: LEVEL_LABELS[original.level], 标签: original.tags, 原因: original.comment },
    工单: ticket && { 编号: ticket.ticketNo, 状态: TICKET_STATE_LABELS[ticket.state] },
    对整改的评定: verdict ? { 评定: VERDICT_LABELS[verdict.level], 说明: verdict.words } : null,
    追加评价: later.followOn?.words ?? null,
    申诉的结果: later.outcomeOfAppeal && {
      结果: later.outcomeOfAppeal.isSetAside ? '不予采纳' : '评价有效',
      理由: later.outcomeOfAppeal.words,
      我的异议: later.outcomeOfAppeal.objection?.words ?? null,
    },
  };
};

/** Refused when one cannot be read: a copy with a gap would say that nothing is kept there. */
const openFields = async ({ actor, identities, vault }: Context) => {
  const identity = await identities.find(actor.ref);
  const fields: Partial<Record<IdentityField, string>> = {};
  for (const field of IDENTITY_FIELDS) {
    const sealed = identity?.sealed[field];
    if (sealed === undefined) continue;
    const opened = vault.open(sealed, placeOf(actor.ref, field));
    if (!opened.ok) return opened;
    fields[field] = opened.value;
  }
  return ok({ identity, fields });
};

const openReports = async ({ actor, reports, vault }: Context) => {
  const opened = [];
  for (const report of await reports.ofRater(actor.ref)) {
    const words = openWords(report, vault);
    if (!words.ok) return words;
    const { text, result } = words.value;
    opened.push({ 编号: report.receiptNo, 时间: asText(report.at), 内容: text, 查看: report.bureauName, 答复: result });
  }
  return ok(opened);
};

/** 查阅复制: what is kept, in the clear, for the person himself alone (个人信息保护法第四十五条). */
export const exportMine: UseCase<typeof contract> = async (_input, context) => {
  if (!(await mayActOnOwnData(context))) return refuse('limit.tooOften');
  const [own, reports] = await Promise.all([openFields(context), openReports(context)]);
  if (!own.ok) return own;
  if (!reports.ok) return reports;
  const { identity, fields } = own.value;
  const { name = null, idNumber = null, phone = null, companyName = null, companyCode = null } = fields;
  const files = await allOwnRatings(context);
  const grant = await context.grants.find(context.actor.ref);
  const kept = {
    导出时间: asText(context.now),
    实名信息: {
      姓名: name,
      身份证号: idNumber,
      手机号: phone,
      单位名称: companyName,
      统一社会信用代码: companyCode,
    },
    核验:
      identity?.proofs.map(({ method, level, at }) => ({
        方式: PROOF_METHOD_LABELS[method],
        程度: PROOF_LEVEL_LABELS[level],
        时间: asText(at),
      })) ?? [],
    消息提醒: grant && { 微信号: '已加密保存', 还可发送: grant.left.progress + grant.left.work },
    同意: (identity?.consents ?? []).map(({ notice, version, givenAt, withdrawnAt }) => ({
      事项: NOTICE_TEXTS[notice].title,
      版本: version,
      同意时间: asText(givenAt),
      撤回时间: withdrawnAt === null ? null : asText(withdrawnAt),
    })),
    保存到: identity?.keepUntil ? dayOf(identity.keepUntil) : null,
    评价: files.map(ratingOf),
    向上级反映: reports.value,
  };
  return ok({ json: JSON.stringify(kept, null, 2) });
};
