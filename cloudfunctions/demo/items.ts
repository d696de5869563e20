import type { ServiceItem } from '@shared/domain/organization';
import type { Field } from './jurisdiction';

/** 公共服务事项 and 行政许可事项 by what a unit does. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  police: ['居民身份证申领', '居民户口登记', '普通护照签发', '居住证申领'],
  insurance: ['社会保障卡申领', '城乡居民养老保险参保登记', '就业困难人员认定', '失业保险金申领'],
  market: ['个体工商户设立登记', '公司设立登记', '食品经营许可', '营业执照变更登记'],
  land: ['不动产首次登记', '不动产转移登记', '抵押权登记', '不动产登记资料查询'],
  civil: ['最低生活保障对象认定', '高龄津贴申领', '残疾人两项补贴申领', '社会团体成立登记'],
  medical: ['城乡居民医疗保险参保登记', '异地就医备案', '门诊慢特病认定', '医疗费用手工报销'],
  tax: ['城乡居民社会保险费缴纳', '发票领用', '车辆购置税申报'],
  water: ['用水报装', '用水户更名过户', '水费账单查询'],
  establishment: ['事业单位法人设立登记', '事业单位法人变更登记'],
  town: ['城乡居民医疗保险参保登记', '生育登记', '临时救助对象认定', '老年人优待证申领'],
  village: ['养老待遇资格认证', '最低生活保障申请受理', '城乡居民医疗保险缴费协办'],
};

/** 事项 of one unit. The codes are fictional and say so: a real 实施编码 has 31 characters of another kind. */
export const itemsOf = (orgId: string, field: Field): readonly ServiceItem[] =>
  NAMES[field].map((name, index) => ({ _id: `DEMO-${orgId}-${index + 1}`, name, orgId }));
