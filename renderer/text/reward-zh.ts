/** Texts of performance and reward of grid staff, Chinese. Keys start with `reward.`. */
export const rewardZh = {
  'reward.make': '生成考核表',
  'reward.start': '生成考核表',
  'reward.hint': '按核查通过的上报和加减分登记计算。编制中的考核表会重新计算，手工填写的出勤和增减保留。',
  'reward.made': '考核表已生成',
  'reward.remade': '考核表已重新计算',
} as const;
