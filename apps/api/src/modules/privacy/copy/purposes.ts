import type { PurposeDto } from '../dto/privacy.dto';

/** What the office may rest on is named by article only where its text was read. */
const PIPL_13 = '《个人信息保护法》第十三条';

/**
 * Why personal data is kept, in the words people read and agree to. A changed word is a new version: the spec holds
 * the hash of each version, and people are shown what is new.
 */
export const purposes: readonly Readonly<PurposeDto>[] = [
  {
    id: 'account',
    title: '登录和账号',
    text: '用您的手机号和姓名认出是您，让您登录、查看自己的房屋。每台登录过的设备会留下名称和时间，方便您发现不是自己的登录。家人代您操作时，会记下代办人的姓名和关系。',
    version: '1',
    basis: 'contract',
    citation: PIPL_13,
    required: true,
    keptFor: '账号使用期间。注销账号时，手机号和姓名当时清除；登录记录结束 90 天后清除。',
  },
  {
    id: 'household',
    title: '确认您是哪一户',
    text: '表决是按户、按面积计算的，所以要核对您和房屋的关系。核对时可能用到名册上的手机号、办公室发的纸条，或者您上传的证件号码和照片。证件只有负责审核的工作人员能看到。',
    version: '1',
    basis: 'legal_duty',
    citation: PIPL_13,
    required: true,
    keptFor: '绑定有效期间。没有通过的、已经结束的，证件号码和照片 180 天后清除；凭它投过票的，随那一轮的档案保存。',
  },
  {
    id: 'ballots',
    title: '表决和公开记录',
    text: '您的表决意见、时间和渠道会记入这一轮征询，计票和查验都以它为准。对外公布的只有室号和面积，没有姓名和电话。记录只能增加，谁也不能改动或删去。',
    version: '1',
    basis: 'legal_duty',
    citation: PIPL_13,
    required: true,
    keptFor: '随这一轮征询的档案保存，系统不会自动删除。',
  },
  {
    id: 'papers',
    title: '签名、纸质票照片和委托书',
    text: '上门填的票、纸质票、同意书和委托书要有签名或照片，用来证明是您本人或您委托的人的意思。只有负责审核的工作人员能看到图片。',
    version: '1',
    basis: 'legal_duty',
    citation: PIPL_13,
    required: true,
    keptFor: '随这一轮征询的档案保存，系统不会自动删除。',
  },
  {
    id: 'interest',
    title: '意愿登记',
    text: '征询开始前，您可以说说愿不愿意加装、担心什么。它只用来了解大家的想法，不算票，也不对外公布是哪一户说的。',
    version: '1',
    basis: 'consent',
    citation: PIPL_13,
    required: false,
    keptFor: '您写的担心和备注满 3 年后清除；您取消同意或注销账号时，当时清除。',
  },
  {
    id: 'visits',
    title: '志愿者上门',
    text: '志愿者上门介绍方案、听取意见，会记下什么时候来过、有没有见到人、约了哪天再来。只有负责这个门洞的志愿者和工作人员能看到。',
    version: '1',
    basis: 'legal_duty',
    citation: PIPL_13,
    required: true,
    keptFor: '备注满 3 年后清除，只留下来访的时间和结果。',
  },
  {
    id: 'text-messages',
    title: '短信提醒和微信提醒',
    text: '您选了短信或者微信，办公室才会提醒您：征询快截止、您家还没有表决的时候，发一条给您。里面只写门洞和截止时间，不写谁家怎么表决。同一轮两次之间至少隔两天，表决过就不再发。您随时可以改选“不用提醒”，不影响其他任何功能。',
    version: '2',
    basis: 'consent',
    citation: PIPL_13,
    required: false,
    keptFor: '选的方式到您取消为止。什么时候给您发过提醒，180 天后清除。同意和取消的时间会留下来备查。',
  },
  {
    id: 'safety',
    title: '安全和查验记录',
    text: '谁在什么时候登录、改动了什么、查看过谁的电话，都会记下一行。这样有人查看了您的信息，是查得出来的。记录里没有完整的电话号码。',
    version: '1',
    basis: 'legal_duty',
    citation: PIPL_13,
    required: true,
    keptFor: '系统不会自动删除。您可以下载与自己有关的部分。',
  },
];
