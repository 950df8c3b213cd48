export { LedgerList, type LedgerListProps } from './list/LedgerList.tsx';
export { RecordNew, type RecordNewProps } from './page/RecordNew.tsx';
export { RecordPage, type RecordPageProps } from './page/RecordPage.tsx';
export { AttachmentPreview } from './print/AttachmentPreview.tsx';
export { PrintPreview, type PrintPreviewProps } from './print/PrintPreview.tsx';
