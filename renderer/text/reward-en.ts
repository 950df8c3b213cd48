/** Texts of performance and reward of grid staff, English. */
export const rewardEn = {
  'reward.make': 'Make the sheet of a month',
  'reward.start': 'Make the sheet',
  'reward.hint':
    'Counts reports that passed verification and scoring items. A sheet still being made is made anew; what was entered by hand stays.',
  'reward.made': 'The sheet was made',
  'reward.remade': 'The sheet was made anew',
} as const;
