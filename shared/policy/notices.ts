import type { Notice } from '../domain/identity';
import { PRIVACY } from './privacy';

/** 告知书 in force: what a person reads before he agrees. A changed text has a new version, and consent is asked for again. */
export type NoticeText = {
  readonly version: string;
  readonly title: string;
  /** 处理什么、为什么、保存多久、怎样撤回: one sentence each (个人信息保护法第十七条). */
  readonly lines: readonly string[];
  /** What stands beside the box that is ticked; nothing is ticked beforehand. */
  readonly agree: string;
};

const DAYS = PRIVACY.identityKeptFor.value.count;
const KEPT = `加密保存到您最后一次评价后${DAYS}天（届时差评还没有办结的，再留${DAYS}天），到期自动删除；您随时可以在“我的个人信息”中撤回或删除。`;
const HIDDEN =
  '窗口人员看不到；只有办理差评的单位和它的主管单位为联系核实、复核、核对身份才能查看，每次查看都有记录，您能看到。';

export const NOTICE_TEXTS: Readonly<Record<Notice, NoticeText>> = {
  phone: {
    version: '2026-11',
    title: '手机号',
    lines: ['用来实名，并在您给出差评时联系您。', HIDDEN, KEPT],
    agree: '我同意为评价处理我的手机号',
  },
  idNumber: {
    version: '2026-11',
    title: '姓名和身份证号',
    lines: [
      '身份证号是敏感个人信息，只用来核对姓名与号码是否一致；您自己填写的，会发给腾讯云的核验服务，对方只答是否一致。',
      HIDDEN,
      KEPT,
      '不提供也可以换用别的方式。',
    ],
    agree: '我单独同意为评价处理我的身份证号',
  },
  face: {
    version: '2026-11',
    title: '人脸',
    lines: [
      '人脸由微信核身服务当场比对，我们不取得也不保存人脸照片，只记下是否通过。',
      '人脸不是唯一方式，您可以换用别的方式；未成年人不采用。',
      KEPT,
    ],
    agree: '我单独同意用人脸核验',
  },
  guardian: {
    version: '2026-11',
    title: '监护人',
    lines: [
      `未满${PRIVACY.guardianBelowAge.value}周岁的由父母或其他监护人用自己的身份信息实名；不收集孩子的姓名和号码。`,
    ],
    agree: '我是监护人，代孩子评价',
  },
};
