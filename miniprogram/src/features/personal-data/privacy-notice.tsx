import { NOTICES } from '@shared/domain/identity';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { NOTIFICATION } from '@shared/policy/notification';
import { PRIVACY } from '@shared/policy/privacy';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import './personal-data.css';

type Part = { readonly heading: string; readonly lines: readonly string[] };

const KEPT_DAYS = PRIVACY.identityKeptFor.value.count;
const GRANT_DAYS = NOTIFICATION.grantKeptFor.value.count;
const TRACES_DAYS = PRIVACY.tracesKeptFor.value.count;
const CONSENT_YEARS = Math.round(PRIVACY.consentKeptFor.value.count / 365);
const GUARDIAN_AGE = PRIVACY.guardianBelowAge.value;
const FACE_AGE = PRIVACY.faceFromAge.value;

const BEFORE: readonly Part[] = [
  {
    heading: '谁在处理',
    lines: ['您办事所在地的政务服务数据管理局。信息存放在中国境内，除下面写明的以外，不提供给任何人。'],
  },
  {
    heading: '评价时收集什么',
    lines: [
      '您选择的等级、标签，写的原因，照片和评价时间，用来核实、整改和答复您。照片会去掉拍摄地点、时间和设备信息。',
      '一个由微信身份换算的代号，用来让您本人查到自己的评价。我们不保存您的微信号、昵称和头像。',
      `您点了“整改结果通知我”，才加密保存消息要发到的微信账号，最后一次允许后${GRANT_DAYS}天删除，随时可以停止。`,
      `您打开评价的时刻，和由您当天的网络换算的代号（不是网络地址，第二天就换），只在复核差评申诉时用来数同一网络、连续或重复的评价；${TRACES_DAYS}天后删除，您删除本人信息时一并删除。`,
      '填写中的内容只保存在您的手机上，提交后即从手机上删除。',
      '是否实名由评价所在地的规定决定；办件回执也可以证明，那样不用提供个人信息。',
    ],
  },
];

const AFTER: readonly Part[] = [
  {
    heading: '谁能看到',
    lines: [
      '窗口人员看不到您是谁，只成批看到评价的内容和一段日期，满一定条数才显示。',
      '办理差评的单位和它的主管部门能看到评价内容；要看您的称呼和手机号必须写明用途，要看完整身份还须另一人同意。',
      '每次查看都有记录，您在“谁看过我的评价”中能看到是哪个单位、什么岗位、哪一天、为什么。',
    ],
  },
  {
    heading: '保存多久',
    lines: [
      `实名信息保存到您最后一次评价后${KEPT_DAYS}天（届时差评还没有办结的，等办结），到期自动删除。`,
      '评价的等级、标签、窗口和日期长期保存，用于统计。',
      `同意和撤回的记录保存${CONSENT_YEARS}年。`,
    ],
  },
  {
    heading: '未成年人',
    lines: [`未满${GUARDIAN_AGE}周岁的由监护人实名，不收集孩子的姓名和号码。未满${FACE_AGE}周岁的不使用人脸。`],
  },
  {
    heading: '您的权利',
    lines: [
      '在“我的个人信息”中可以查看、导出、撤回同意、删除。填错了的，重新实名就会更正。',
      '不同意不影响您使用别的方式；撤回不影响您已经提交的评价。',
      '有疑问或要投诉，请向所在地政务服务中心或政务服务数据管理局提出，也可以拨打12345。',
    ],
  },
];

const PARTS: readonly Part[] = [
  ...BEFORE,
  ...NOTICES.map((notice) => ({
    heading: `${NOTICE_TEXTS[notice].title}（您选用时）`,
    lines: NOTICE_TEXTS[notice].lines,
  })),
  ...AFTER,
];

/** 个人信息处理说明: who, what, why, how long, rights, whom to ask (个人信息保护法第十七条). */
export const PrivacyNotice = () => (
  <View id="privacy-notice">
    {PARTS.map(({ heading, lines }) => (
      <Card key={heading} heading={heading}>
        {lines.map((line) => (
          <View key={line} className="data__line">
            {line}
          </View>
        ))}
      </Card>
    ))}
    {process.env.TARO_ENV === 'weapp' && (
      <Button id="privacy-contract" look="link" onPress={() => void Taro.openPrivacyContract()}>
        查看微信《用户隐私保护指引》
      </Button>
    )}
  </View>
);
