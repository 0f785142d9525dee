import { WorkflowBar as WorkflowBar_698b4a47d2af2608e21bbae1d7a217e3 } from '../../../../src/admin/workflow/WorkflowBar'
import { SectionList as SectionList_1bca51888a049919fc247ffbb60d820d } from '../../../../src/admin/story/SectionList'
import { ReceiptField as ReceiptField_957e60224d1ada8998c67e7554524d64 } from '../../../../src/admin/import/ReceiptField'
import { AssignedField as AssignedField_223fbdbdcf30bf145346d5d9f4936620 } from '../../../../src/admin/desk/AssignedField'
import { StateLabel as StateLabel_31bb903088ce21dd14b3f8b28bc98ee1 } from '../../../../src/admin/workflow/StateCell'
import { StateCell as StateCell_31bb903088ce21dd14b3f8b28bc98ee1 } from '../../../../src/admin/workflow/StateCell'
import { RevisionField as RevisionField_d763e4c63d59ef2105a1d9628e289976 } from '../../../../src/admin/conflict/RevisionField'
import { AgoCell as AgoCell_17cd66d973f4b4f569eb0eee9024ee1b } from '../../../../src/admin/history/AgoCell'
import { NoButton as NoButton_0cf9e0be2b9581df076ebbff42dedf73 } from '../../../../src/admin/workflow/NoButton'
import { StoryView as StoryView_02c0187b918164a84aec038ad223b3ed } from '../../../../src/admin/story/StoryView'
import { DetailsView as DetailsView_f03612c05efc745168b388d40771e6a8 } from '../../../../src/admin/story/DetailsView'
import { ArticleQuotations as ArticleQuotations_5b589404bc75b2abac209e0fa3e23c14 } from '../../../../src/admin/quotes/ArticleQuotations'
import { HistoryView as HistoryView_ab9cf6ca67c54a56c9f595e9992a7f7e } from '../../../../src/admin/history/HistoryView'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SectionQuotations as SectionQuotations_3bcfc0d61315bc39a8a02bffcf9378ae } from '../../../../src/admin/quotes/SectionQuotations'
import { VerificationDesk as VerificationDesk_5e003ad6ce6ebef19367a49d39ed4a2b } from '../../../../src/admin/quotes/VerificationDesk'
import { ShareOfVoice as ShareOfVoice_3050ff2263f33b7c5acd806d887e26b2 } from '../../../../src/admin/quotes/ShareOfVoice'
import { FaceBar as FaceBar_f6b7022ba9eaafcf840200e2bc694747 } from '../../../../src/admin/faces/FaceBar'
import { FaceCell as FaceCell_40fa7b74442d643e102ae4ec5c4dca5e } from '../../../../src/admin/faces/FaceCell'
import { CalendarFeed as CalendarFeed_3859c0e5ab43ecdf6ec39f8d9a65a990 } from '../../../../src/admin/calendar/CalendarFeed'
import { Mark as Mark_993c43dc35e0abbde1c4494f77f35c40 } from '../../../../src/admin/brand/Mark'
import { Logo as Logo_b231ac8248d52be15270b4d2370a5c12 } from '../../../../src/admin/brand/Logo'
import { HeaderActions as HeaderActions_0188dbdd16396fc02641b7e6e68e87ba } from '../../../../src/admin/page/HeaderActions'
import { QuoteLinks as QuoteLinks_98fb9e99d1c5b68cca5146c7aec3f901 } from '../../../../src/admin/quotes/QuoteLinks'
import { ImportLink as ImportLink_8b91dd32a8aca64f2dbe2414dded33ff } from '../../../../src/admin/import/ImportLink'
import { LoginTheme as LoginTheme_fda27554fb1b5ffc8c5374ef803cbe08 } from '../../../../src/admin/brand/LoginTheme'
import { CalendarLink as CalendarLink_40ffc40b20df1f832f0cebc80e795097 } from '../../../../src/admin/calendar/CalendarLink'
import { PersonalLanguage as PersonalLanguage_fd2afe1f643deadfbb77981e4c387e44 } from '../../../../src/admin/words/PersonalLanguage'
import { UnsavedWords as UnsavedWords_666c811bd783b3137a41682f2b1a7cbf } from '../../../../src/admin/conflict/UnsavedWords'
import { CleanPaste as CleanPaste_a1365831b8d09ba285ae682b1222a642 } from '../../../../src/admin/paste/CleanPaste'
import { CalendarPage as CalendarPage_8e541488a9920e9cad033f71891966b5 } from '../../../../src/admin/calendar/CalendarPage'
import { DeskPage as DeskPage_842f6e7b89e8bf25dbbce96fd5752c1c } from '../../../../src/admin/desk/DeskPage'
import { BoardPage as BoardPage_0534926864c4a2836c4862675ef38d2c } from '../../../../src/admin/desk/BoardPage'
import { ImportPage as ImportPage_df21c511936ef6fa6aa1adfb0b4ff7e8 } from '../../../../src/admin/import/ImportPage'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/workflow/WorkflowBar#WorkflowBar": WorkflowBar_698b4a47d2af2608e21bbae1d7a217e3,
  "/src/admin/story/SectionList#SectionList": SectionList_1bca51888a049919fc247ffbb60d820d,
  "/src/admin/import/ReceiptField#ReceiptField": ReceiptField_957e60224d1ada8998c67e7554524d64,
  "/src/admin/desk/AssignedField#AssignedField": AssignedField_223fbdbdcf30bf145346d5d9f4936620,
  "/src/admin/workflow/StateCell#StateLabel": StateLabel_31bb903088ce21dd14b3f8b28bc98ee1,
  "/src/admin/workflow/StateCell#StateCell": StateCell_31bb903088ce21dd14b3f8b28bc98ee1,
  "/src/admin/conflict/RevisionField#RevisionField": RevisionField_d763e4c63d59ef2105a1d9628e289976,
  "/src/admin/history/AgoCell#AgoCell": AgoCell_17cd66d973f4b4f569eb0eee9024ee1b,
  "/src/admin/workflow/NoButton#NoButton": NoButton_0cf9e0be2b9581df076ebbff42dedf73,
  "/src/admin/story/StoryView#StoryView": StoryView_02c0187b918164a84aec038ad223b3ed,
  "/src/admin/story/DetailsView#DetailsView": DetailsView_f03612c05efc745168b388d40771e6a8,
  "/src/admin/quotes/ArticleQuotations#ArticleQuotations": ArticleQuotations_5b589404bc75b2abac209e0fa3e23c14,
  "/src/admin/history/HistoryView#HistoryView": HistoryView_ab9cf6ca67c54a56c9f595e9992a7f7e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/quotes/SectionQuotations#SectionQuotations": SectionQuotations_3bcfc0d61315bc39a8a02bffcf9378ae,
  "/src/admin/quotes/VerificationDesk#VerificationDesk": VerificationDesk_5e003ad6ce6ebef19367a49d39ed4a2b,
  "/src/admin/quotes/ShareOfVoice#ShareOfVoice": ShareOfVoice_3050ff2263f33b7c5acd806d887e26b2,
  "/src/admin/faces/FaceBar#FaceBar": FaceBar_f6b7022ba9eaafcf840200e2bc694747,
  "/src/admin/faces/FaceCell#FaceCell": FaceCell_40fa7b74442d643e102ae4ec5c4dca5e,
  "/src/admin/calendar/CalendarFeed#CalendarFeed": CalendarFeed_3859c0e5ab43ecdf6ec39f8d9a65a990,
  "/src/admin/brand/Mark#Mark": Mark_993c43dc35e0abbde1c4494f77f35c40,
  "/src/admin/brand/Logo#Logo": Logo_b231ac8248d52be15270b4d2370a5c12,
  "/src/admin/page/HeaderActions#HeaderActions": HeaderActions_0188dbdd16396fc02641b7e6e68e87ba,
  "/src/admin/quotes/QuoteLinks#QuoteLinks": QuoteLinks_98fb9e99d1c5b68cca5146c7aec3f901,
  "/src/admin/import/ImportLink#ImportLink": ImportLink_8b91dd32a8aca64f2dbe2414dded33ff,
  "/src/admin/brand/LoginTheme#LoginTheme": LoginTheme_fda27554fb1b5ffc8c5374ef803cbe08,
  "/src/admin/calendar/CalendarLink#CalendarLink": CalendarLink_40ffc40b20df1f832f0cebc80e795097,
  "/src/admin/words/PersonalLanguage#PersonalLanguage": PersonalLanguage_fd2afe1f643deadfbb77981e4c387e44,
  "/src/admin/conflict/UnsavedWords#UnsavedWords": UnsavedWords_666c811bd783b3137a41682f2b1a7cbf,
  "/src/admin/paste/CleanPaste#CleanPaste": CleanPaste_a1365831b8d09ba285ae682b1222a642,
  "/src/admin/calendar/CalendarPage#CalendarPage": CalendarPage_8e541488a9920e9cad033f71891966b5,
  "/src/admin/desk/DeskPage#DeskPage": DeskPage_842f6e7b89e8bf25dbbce96fd5752c1c,
  "/src/admin/desk/BoardPage#BoardPage": BoardPage_0534926864c4a2836c4862675ef38d2c,
  "/src/admin/import/ImportPage#ImportPage": ImportPage_df21c511936ef6fa6aa1adfb0b4ff7e8,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
