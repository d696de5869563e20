import type { exportMine as contract } from '@shared/contracts/identity';
import { IDENTITY_FIELDS } from '@shared/domain/identity';
import type { RatingFile } from '@shared/domain/rating-file';
import { seenBy } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { tagTexts } from '@shared/policy/tags/texts';
import type { UseCase } from '../../ports/context';
import { readField } from '../identity/show-mine';
import { originalOf } from '../rating/original';
import { mayActOnOwnData } from './own-data-limit';
import { allOwnRatings } from './own-ratings';

const asText = (at: number): string => new Date(at).toISOString();

const ratingOf = (file: RatingFile) => {
  const { receiptNo, level, tags, dictionary, comment, ratedAt, subject, ticket, ...later } = seenBy(file, 'rater');
  const verdict = ticket?.handling.verdict;
  return {
    回执编号: receiptNo,
    时间: asText(ratedAt),
    等级: level,
    标签: tagTexts(dictionary, tags),
    原因: comment,
    照片: file.photos.length,
    评价对象: subject.names,
    办件编号: subject.caseNo,
    原评价: originalOf(later.original),
    工单: ticket && { 编号: ticket.ticketNo, 状态: ticket.state },
    对整改的评定: verdict ? { 评定: verdict.level, 说明: verdict.words } : null,
    追加评价: later.followOn?.words ?? null,
  };
};

/** 查阅复制: what is kept, in the clear, for the person himself alone (个人信息保护法第四十五条). */
export const exportMine: UseCase<typeof contract> = async (_input, context) => {
  if (!(await mayActOnOwnData(context))) return refuse('limit.tooOften');
  const identity = await context.identities.find(context.actor.ref);
  const [name, idNumber, phone, companyName, companyCode] = IDENTITY_FIELDS.map((field) =>
    readField(identity, field, context),
  );
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
    核验: identity?.proofs.map(({ method, level, at }) => ({ 方式: method, 程度: level, 时间: asText(at) })) ?? [],
    消息提醒: grant && { 微信号: '已加密保存', 还可发送: grant.left.progress + grant.left.work },
    同意: identity?.consents ?? [],
    评价: files.map(ratingOf),
  };
  return ok({ json: JSON.stringify(kept, null, 2) });
};
