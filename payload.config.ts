import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { de } from '@payloadcms/translations/languages/de';
import { en } from '@payloadcms/translations/languages/en';
import { buildConfig, defaultLoggerOptions, type CollectionConfig } from 'payload';
import sharp from 'sharp';

import { Articles } from './collections/Articles';
import { AuditEntries } from './collections/AuditEntries';
import { Editions } from './collections/Editions';
import { Events } from './collections/Events';
import { EvidenceFiles } from './collections/EvidenceFiles';
import { Media } from './collections/Media';
import { Notes } from './collections/Notes';
import { Notices } from './collections/Notices';
import { People } from './collections/People';
import { PreviewTokens } from './collections/PreviewTokens';
import { Publications } from './collections/Publications';
import { Quotes } from './collections/Quotes';
import { Sections } from './collections/Sections';
import { Settings } from './collections/Settings';
import { Slugs } from './collections/Slugs';
import { StoredFiles } from './collections/StoredFiles';
import { Topics } from './collections/Topics';
import { Users } from './collections/Users';
import { WebhookDeliveries } from './collections/WebhookDeliveries';
import { Webhooks } from './collections/Webhooks';
import { english } from './src/admin/words/english';
import { german } from './src/admin/words/german';
import { withReadersFields } from './src/cms/access/withReadersFields';
import { email } from './src/cms/email';
import { articleMutations } from './src/cms/endpoints/articleMutations';
import { calendarEndpoints } from './src/cms/endpoints/calendarEndpoints';
import { deskEndpoints } from './src/cms/endpoints/deskEndpoints';
import { faceMutations } from './src/cms/endpoints/faceMutations';
import { quickSearch } from './src/cms/endpoints/quickSearch';
import { storyEditor } from './src/cms/fields/storyEditor';
import { withGraphqlRules } from './src/cms/graphqlRules';
import { explainConflicts } from './src/cms/hooks/explainConflicts';
import { explainInput } from './src/cms/hooks/explainInput';
import { refuseUnreadable } from './src/cms/hooks/refuseUnreadable';
import { createCollections } from './src/actions/transaction/createCollections';
import { lockPublished } from './src/cms/lockPublished';
import { speakTheLanguage } from './src/cms/words/spoken';
import { withGerman } from './src/cms/words/withGerman';
import { readEnvironment } from './src/environment';
import { openFileStore } from './src/files/openFileStore';
import { withStoredFiles } from './src/files/uploads';
import { MAX_UPLOAD_BYTES } from './src/http/limitBodies';
import { requestInLog } from './src/http/requestIds';

const environment = readEnvironment();
const { mayWrite } = environment;
const uploads = {
  store: openFileStore(environment),
  maxMegapixels: environment.maxMegapixels,
};

/** Far above any query of a newsroom, and below what proxies wait for an answer. */
const MAX_QUERY_MS = 20_000;

/** Before any other hook: the others may rely on the shape of what they get. */
function withReadableInput(collection: CollectionConfig): CollectionConfig {
  const { hooks = {} } = collection;
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeOperation: [refuseUnreadable.ofCollection, ...(hooks.beforeOperation ?? [])],
    },
  };
}

export default buildConfig({
  // Building the admin needs neither a secret nor a database; src/server.ts provides both at start.
  secret: environment.payloadSecret ?? 'only-while-building-the-admin',
  db: lockPublished(
    mongooseAdapter({
      url: environment.mongodbUri ?? 'mongodb://127.0.0.1/only-while-building',
      // One document's failure in a bulk operation must not commit with the others (payload-traps 13).
      bulkOperationsSingleTransaction: true,
      // The collections of the database are called as those of the config.
      autoPluralization: false,
      // Uniqueness must hold from the first request on, not from whenever an index gets built.
      ensureIndexes: mayWrite,
      connectOptions: { appName: 'standfirst', autoCreate: mayWrite, autoIndex: mayWrite },
      // Whatever somebody asks for, the database works on it no longer than this.
      afterOpenConnection: ({ connection }) => void connection.set('maxTimeMS', MAX_QUERY_MS),
    }),
  ),
  editor: storyEditor,
  email: email({ smtpUrl: environment.smtpUrl, from: environment.emailFrom }),
  sharp,
  collections: [
    Articles,
    Sections,
    Quotes,
    People,
    Topics,
    withStoredFiles(Media, uploads),
    withStoredFiles(EvidenceFiles, uploads),
    Users,
    Editions,
    Publications,
    AuditEntries,
    Events,
    Notes,
    Notices,
    PreviewTokens,
    Webhooks,
    WebhookDeliveries,
    Slugs,
    StoredFiles,
  ].map((collection) => withGerman(withReadersFields(withReadableInput(collection)))),
  globals: [withGerman(Settings)],
  ...(mayWrite ? { onInit: createCollections } : {}),
  endpoints: [...deskEndpoints, ...calendarEndpoints, quickSearch],
  custom: { publicUrl: environment.publicUrl, fetchPictures: environment.fetchPictures },
  // Everybody chooses in their account; until then the browser's language counts.
  i18n: {
    supportedLanguages: { en, de },
    fallbackLanguage: 'en',
    translations: { en: { standfirst: english }, de: { standfirst: german } },
  },
  admin: {
    user: 'users',
    // Payload's default asks gravatar.com for pictures, which tells an outside host who works here.
    avatar: 'default',
    // Unmistakable on both sides of the Atlantic, and short enough for a phone.
    dateFormat: 'd MMM yyyy, HH:mm',
    meta: { titleSuffix: ' · Standfirst' },
    components: {
      graphics: { Icon: '/src/admin/brand/Mark#Mark', Logo: '/src/admin/brand/Logo#Logo' },
      actions: ['/src/admin/page/HeaderActions#HeaderActions'],
      beforeLogin: ['/src/admin/brand/LoginTheme#LoginTheme'],
      providers: [
        '/src/admin/words/PersonalLanguage#PersonalLanguage',
        '/src/admin/conflict/UnsavedWords#UnsavedWords',
        '/src/admin/paste/CleanPaste#CleanPaste',
      ],
      beforeNavLinks: ['/src/admin/calendar/CalendarLink#CalendarLink'],
      views: {
        calendar: { Component: '/src/admin/calendar/CalendarPage#CalendarPage', path: '/calendar' },
        dashboard: { Component: '/src/admin/desk/DeskPage#DeskPage' },
        board: {
          Component: '/src/admin/desk/BoardPage#BoardPage',
          path: '/board',
          meta: { title: 'Board' },
        },
        import: { Component: '/src/admin/import/ImportPage#ImportPage', path: '/import' },
      },
      afterNavLinks: [
        '/src/admin/quotes/QuoteLinks#QuoteLinks',
        '/src/admin/import/ImportLink#ImportLink',
      ],
    },
    importMap: {
      baseDir: import.meta.dirname,
      importMapFile: `${import.meta.dirname}/src/app/(payload)/admin/importMap.ts`,
    },
  },
  typescript: { outputFile: `${import.meta.dirname}/src/payload-types.ts`, autoGenerate: false },
  graphQL: {
    ...withGraphqlRules((given, payload) => ({
      ...articleMutations(given, payload),
      ...faceMutations(given, payload),
    })),
    disablePlaygroundInProduction: true,
    maxComplexity: 2000,
  },
  telemetry: false,
  logger: {
    // Every line that is written for a request names it.
    options: { level: environment.logLevel, mixin: requestInLog },
    ...(environment.logFormat === 'pretty' ? { destination: defaultLoggerOptions } : {}),
  },
  cors: environment.corsOrigins,
  // A refusal is an answer, not a fault; the client has it, and one line in the log is enough.
  loggingLevels: { ...{ Refusal: 'info' as const }, Forbidden: 'info', NotFound: 'info' },
  defaultDepth: 0,
  maxDepth: 3,
  upload: { limits: { fileSize: MAX_UPLOAD_BYTES }, abortOnLimit: true },
  hooks: { afterError: [explainConflicts, explainInput, speakTheLanguage] },
  // Jobs are not used: scheduled publication has its own worker (payload-traps 10 and 11).
  jobs: { access: { run: () => false, queue: () => false, cancel: () => false } },
});
