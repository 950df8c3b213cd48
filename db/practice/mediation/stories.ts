/** A dispute as it is told in the papers of a case; 甲 and 乙 stand for the parties. */
export interface Story {
  /** Codes of `med_kind` and `dispute_kind_27`. */
  readonly kind: string;
  readonly disputeKind: string;
  readonly about: string;
  readonly summary: string;
  readonly requests: string;
  readonly facts: string;
  readonly agreement: string;
  readonly way: string;
  /** Money involved, yuan; 0 = none. */
  readonly amount_yuan: number;
  /** Ticked factors of `dispute_risk_factor`, mostly none. */
  readonly risk: readonly string[];
}

/** Invented disputes of the kinds a town has most. */
export const stories: readonly [Story, ...Story[]] = [
  {
    kind: '02',
    disputeKind: '02',
    about: '邻里漏水纠纷',
    summary: '乙家卫生间防水层老化，渗水至楼下甲家天花板，造成墙面起泡、吊顶损坏，双方多次协商未果。',
    requests: '一、乙修复渗漏部位；二、乙赔偿甲家装修损失。',
    facts: '经现场查看，渗漏点位于乙家卫生间地漏周边，与甲家受损部位一致，乙对渗漏应承担维修和赔偿责任。',
    agreement:
      '一、乙于协议签订之日起十五日内完成卫生间防水维修；\n二、乙一次性赔偿甲装修损失3200元；\n三、双方就此事不再另行主张。',
    way: '现金支付并由乙自行维修',
    amount_yuan: 3200,
    risk: [],
  },
  {
    kind: '01',
    disputeKind: '01',
    about: '婚姻家庭纠纷',
    summary: '甲、乙系夫妻，因家庭开支和子女教育长期争吵，乙酒后曾与甲发生推搡，甲向社区求助。',
    requests: '请求调解双方关系，约定家庭开支和子女照看。',
    facts: '双方因经济和教育观念不同产生矛盾，乙承认言行不当，双方愿意继续共同生活。',
    agreement:
      '一、乙向甲当面道歉，保证今后不再动手；\n二、双方工资共同负担家庭开支，每月由甲统一安排；\n三、子女放学后由双方轮流照看。',
    way: '各自遵守',
    amount_yuan: 0,
    risk: ['05', '08'],
  },
  {
    kind: '10',
    disputeKind: '09',
    about: '拖欠工资纠纷',
    summary: '甲受雇在乙处做装修，工程完工后乙以未收到工程款为由拖欠甲两个月工资。',
    requests: '乙支付拖欠的工资。',
    facts: '经查考勤和工资条，乙尚欠甲工资18600元，双方对数额无争议。',
    agreement: '一、乙分两期支付甲工资18600元，签订协议当日支付9000元；\n二、余款9600元于一个月内付清。',
    way: '银行转账',
    amount_yuan: 18_600,
    risk: ['06'],
  },
  {
    kind: '16',
    disputeKind: '23',
    about: '道路交通事故损害赔偿纠纷',
    summary: '乙驾驶电动自行车在人行道转弯时与行人甲相撞，致甲右手擦伤，车辆轻微损坏。',
    requests: '乙赔偿医疗费、误工费。',
    facts: '交警认定乙负主要责任，甲就医花费1480元，误工五日。',
    agreement: '一、乙赔偿甲医疗费、误工费共2600元，当场付清；\n二、车辆损失各自承担。',
    way: '当场支付',
    amount_yuan: 2600,
    risk: [],
  },
  {
    kind: '03',
    disputeKind: '12',
    about: '宅基地界址纠纷',
    summary: '甲翻建老屋时与相邻的乙就两屋之间的巷道宽度发生争执，乙多次到工地阻止施工。',
    requests: '确认两屋之间巷道的宽度，停止阻挠施工。',
    facts: '经村委会查阅原始登记并现场丈量，巷道原宽1.2米，甲新墙占用0.15米。',
    agreement:
      '一、甲将新砌墙体向内退让0.15米，巷道保持1.2米；\n二、乙不再阻止甲施工；\n三、巷道由双方共同使用，任何一方不得堆放杂物。',
    way: '甲自行拆改，村委会验收',
    amount_yuan: 0,
    risk: ['07'],
  },
  {
    kind: '06',
    disputeKind: '99',
    about: '人身损害赔偿纠纷',
    summary: '甲、乙在夜宵档因座位发生口角，乙推倒甲致其腰部挫伤，派出所出警后移送调解。',
    requests: '乙赔偿医疗费、误工费、营养费。',
    facts: '甲门诊治疗花费2350元，医嘱休息七日。乙承认先动手。',
    agreement: '一、乙赔偿甲各项损失共6800元，于协议签订之日付清；\n二、乙向甲书面道歉。',
    way: '现金支付',
    amount_yuan: 6800,
    risk: ['08', '02'],
  },
  {
    kind: '17',
    disputeKind: '05',
    about: '物业服务纠纷',
    summary: '甲认为乙管理的小区电梯长期故障、停车混乱，拒交物业费两年，乙多次催缴。',
    requests: '明确物业费缴纳和服务整改。',
    facts: '电梯全年停运共27日，乙在维保记录上存在缺失。甲欠费共4320元。',
    agreement:
      '一、乙于三十日内完成电梯大修并公示维保记录；\n二、乙减免甲物业费百分之十五，甲于十日内缴清其余3672元。',
    way: '转账',
    amount_yuan: 4320,
    risk: [],
  },
  {
    kind: '14',
    disputeKind: '25',
    about: '预付卡消费纠纷',
    summary: '甲在乙经营的健身房办理年卡，健身房搬迁后甲要求退还余额被拒。',
    requests: '退还年卡余额。',
    facts: '甲尚有七个月未使用，合同约定搬迁超过三公里可以退卡。',
    agreement: '乙于七日内退还甲会费余额1960元，甲交回会员卡。',
    way: '原路退回',
    amount_yuan: 1960,
    risk: [],
  },
];
