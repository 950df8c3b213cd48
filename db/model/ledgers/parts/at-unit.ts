/** Name and place of a record at a registered unit (学校, 寄递网点, 平安细胞) come from there, and its head from the legal representative. */
export const takesUnit = <const H extends string>(head: H) =>
  ({
    link: 'unit',
    fields: {
      name: 'name',
      village: 'village',
      grid: 'grid',
      place_text: 'address_text',
      place: 'place',
      [head]: 'legal_name',
    },
  }) as const;
