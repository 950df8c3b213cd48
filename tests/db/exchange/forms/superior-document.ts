import type { Parts } from './superior-workbook.ts';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pack = 'http://schemas.openxmlformats.org/package/2006';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const run = (text: string, look = '') =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const paragraph = (...runs: readonly string[]) =>
  `<w:p><w:pPr><w:jc w:val="left"/></w:pPr>${runs.join('')}</w:p>`;
const cell = (...paragraphs: readonly string[]) =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${paragraphs.join('')}</w:tc>`;
const row = (...cells: readonly string[]) =>
  `<w:tr><w:trPr><w:trHeight w:val="567"/></w:trPr>${cells.join('')}</w:tr>`;
const table = (...rows: readonly string[]) =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="a3"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>${rows.join('')}</w:tbl>`;

const body = (inner: string) =>
  `${head}<w:document xmlns:w="${w}" xmlns:r="${rel}"><w:body>${inner}<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`;

/** A notice about one person: a token cut over three runs, conditions, ticks, a table of related records. */
export const noticeBody = body(
  [
    paragraph(run('情况登记表', '<w:b/><w:sz w:val="44"/>')),
    paragraph(
      run('姓名：', '<w:b/>'),
      run('{姓', '<w:u w:val="single"/>'),
      run('名', '<w:i/>'),
      run('}，{性别}'),
    ),
    paragraph(run('{勾:性别=男}男　{勾:性别=女}女　住址：｛现住门（楼）详址｝')),
    paragraph(run('{?人口类别=流动人口}流动人口须按时办理居住证。{/}{^人口类别=流动人口}户籍人口。{/}')),
    paragraph(run('{?备注}')),
    paragraph(run('备注：{备注}')),
    paragraph(run('{/}')),
    paragraph(run('一个大括号 { 不算标记')),
    table(
      row(cell(paragraph(run('序号'))), cell(paragraph(run('入住日期'))), cell(paragraph(run('离开日期')))),
      row(
        cell(paragraph(run('{#居住区间}{序号}'))),
        cell(paragraph(run('{入住日期}'))),
        cell(paragraph(run('{离开日期}{/}'))),
      ),
    ),
  ].join(''),
);

/** As the notice, with the row of its table marked by an empty part in one of its cells. */
export const rowMarkedBody = noticeBody
  .replace('{#居住区间}{序号}', '{序号}')
  .replace('{离开日期}{/}', '{#居住区间}{/}{离开日期}');

/** A list of people: a table whose second row is filled for each of them. */
export const listBody = body(
  [
    paragraph(run('{填报单位}人员名单（共{记录数}人，其中女性{记录数:性别=女}人）')),
    table(
      row(cell(paragraph(run('序号'))), cell(paragraph(run('姓名'))), cell(paragraph(run('村（社区）')))),
      row(
        cell(paragraph(run('{序号}'))),
        cell(paragraph(run('{姓名}'))),
        cell(paragraph(run('{所属村（社区）.名称}'))),
      ),
      row(cell(paragraph(run('合计'))), cell(paragraph(run('{记录数}'))), cell(paragraph())),
    ),
  ].join(''),
);

/** Parts of a document with this text. */
export const documentParts = (text: string): Parts => ({
  '[Content_Types].xml': `${head}<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${word}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${word}.footer+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': text,
  'word/_rels/document.xml.rels': `${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${rel}/header" Target="header1.xml"/><Relationship Id="rId3" Type="${rel}/footer" Target="footer1.xml"/></Relationships>`,
  'word/header1.xml': `${head}<w:hdr xmlns:w="${w}"><w:p><w:r><w:t>{填报单位}</w:t></w:r></w:p></w:hdr>`,
  'word/footer1.xml': `${head}<w:ftr xmlns:w="${w}"><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`,
  'word/styles.xml': `${head}<w:styles xmlns:w="${w}"><w:style w:type="table" w:styleId="a3"><w:name w:val="Table Grid"/></w:style></w:styles>`,
});
