/**
 * Fonts that hold rare characters (CJK Ext B and later, GB 18030-2022 level 3), to stand behind the face of a document: those
 * of Windows, and free ones an office may have installed for its residents' names.
 */
export const rareFaces =
  '"SimSun-ExtB", "SimSun-ExtG", "MingLiU-ExtB", "HanaMinA", "HanaMinB", "HanaMinC", "Plangothic P1", "Plangothic P2", "Jigmo", "Jigmo2", "Jigmo3"';
