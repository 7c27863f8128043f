// Norwegian for what Decap's own translation (nb_no) lacks or says in other words than the handbook.

export const WORDS = {
  app: {
    app: {
      errorHeader: 'Redigeringssiden kunne ikke starte',
      configErrors: 'Feil i innstillingene',
      checkConfigYml: 'Last siden på nytt. Hjelper det ikke, sier du fra til utviklerne.',
      loadingConfig: 'Laster innstillinger …',
      waitingBackend: 'Venter på svar …',
    },
    header: { content: 'Innhold', workflow: 'Forslag', media: 'Bilder', quickAdd: 'Ny' },
  },
  auth: { loggingIn: 'Logger inn …' },
  collection: {
    sidebar: {
      collections: 'Hva vil du rette?',
      allCollections: 'Alt innhold',
      searchAll: 'Søk i alt innhold',
      searchIn: 'Søk i',
    },
    collectionTop: {
      viewAsList: 'Vis som liste',
      viewAsGrid: 'Vis som rutenett',
      searchResults: 'Treff på «%{searchTerm}»',
      searchResultsInCollection: 'Treff på «%{searchTerm}» i %{collection}',
      filterBy: 'Vis bare',
      groupBy: 'Grupper etter',
      newButton: 'Ny: %{collectionLabel}',
      newButtonAriaLabel: 'Lag ny: %{collectionLabel}',
    },
    entries: {
      loadingEntries: 'Henter …',
      cachingEntries: 'Henter …',
      noEntries: 'Ingenting her ennå',
      unpublishedHeader: 'Forslag som venter',
    },
    groups: { other: 'Annet', negateLabel: 'Ikke %{label}' },
  },
  editor: {
    editor: {
      onLeavePage: 'Du har endringer som ikke er lagret. Vil du forlate siden likevel?',
      loadingEntry: 'Henter …',
      confirmLoadBackup: 'Her ligger endringer du ikke rakk å lagre sist. Vil du hente dem fram?',
    },
    editorControl: { field: { optional: 'kan stå tomt', widgetLabel: '%{widgetLabel}' } },
    editorControlPane: {
      widget: {
        required: '«%{fieldLabel}» må fylles ut.',
        regexPattern: '«%{fieldLabel}»: skriv %{pattern}.',
        processing: '«%{fieldLabel}» blir behandlet.',
        range: '«%{fieldLabel}» må være mellom %{minValue} og %{maxValue}.',
        min: '«%{fieldLabel}» må være minst %{minValue}.',
        max: '«%{fieldLabel}» kan være høyst %{maxValue}.',
        rangeCount: '«%{fieldLabel}» må ha mellom %{minCount} og %{maxCount} punkter.',
        rangeCountExact: '«%{fieldLabel}» må ha nøyaktig %{count}.',
        rangeMin: '«%{fieldLabel}» må ha minst %{minCount}.',
        rangeMax: '«%{fieldLabel}» kan ha høyst %{maxCount}.',
        invalidPath: '«%{path}» er ikke et gyldig filnavn',
        pathExists: '«%{path}» finnes fra før',
      },
    },
    editorInterface: {
      togglePreview: 'Forhåndsvisning av eller på',
      toggleScrollSync: 'Rull sammen av eller på',
      toggleNotes: 'Notater av eller på',
      toggleI18n: 'Språk av eller på',
    },
    editorToolbar: {
      backCollection: ' Du er i %{collectionLabel}',
      unsavedChanges: 'Ikke lagret',
      changesSaved: 'Lagret',
      statusInfoTooltipDraft: 'Forslaget er en kladd. Sett det til «Til godkjenning» når det er klart.',
      statusInfoTooltipInReview: 'Forslaget er til godkjenning. Du kan fortsatt endre det.',
    },
    editorWidgets: {
      datetime: { now: 'I dag', clear: 'Tøm', setToNow: 'Sett dagens dato' },
      list: { add: 'Legg til %{item}', addType: 'Legg til %{item}' },
      object: { expand: 'Åpne', collapse: 'Lukk' },
    },
  },
  ui: {
    default: { goBackToSite: 'Til håndboka' },
    errorBoundary: {
      title: 'Noe gikk galt på redigeringssiden',
      details: 'Last siden på nytt. Det du hadde skrevet, er tatt vare på i nettleseren. Utviklere kan ',
      reportIt: 'melde feilen til Decap.',
      detailsHeading: 'Detaljer til utviklerne',
      privacyWarning: 'Ikke ta med opplysninger om personer i meldingen.',
    },
    settingsDropdown: { account: 'Innlogging', logOut: 'Logg ut' },
    toast: {
      onFailToLoadEntries: 'Kunne ikke hente innholdet: %{details}',
      onFailToPersist: 'Ikke lagret: %{details}',
      missingRequiredField: 'Ikke lagret ennå. Feltene merket med rødt må rettes først.',
      entrySaved: 'Lagret',
      entryPublished: 'Lagret',
      onLoggedOut: 'Du er logget ut. Ta vare på teksten din og logg inn igjen.',
      onBackendDown: 'Kodelageret svarer ikke nå. Se %{details}.',
    },
  },
  workflow: {
    workflow: {
      workflowHeading: 'Forslag',
      loading: 'Henter forslagene …',
      newPost: 'Ny',
      description: '%{smart_count} forslag venter på gjennomgang, %{readyCount} er klare. |||| '
        + '%{smart_count} forslag venter på gjennomgang, %{readyCount} er klare.',
      dateFormat: 'D. MMMM',
    },
  },
};

// On one's own machine a save goes straight to the file; nothing is published by it.
export const LOCAL_WORDS = {
  auth: { login: 'Begynn å redigere' },
  ui: { toast: { onFailToPersist: 'Ikke lagret' } }, // why stands in the box of check.js
  editor: {
    editorToolbar: {
      publish: 'Lagre',
      publishNow: 'Lagre i fila',
      publishing: 'Lagrer …',
      published: 'Lagret',
      publishAndCreateNew: 'Lagre og lag en ny',
      publishAndDuplicate: 'Lagre og lag en kopi',
    },
  },
};

export function together(words, more) {
  const both = { ...words };
  for (const [key, value] of Object.entries(more)) {
    both[key] = typeof value === 'object' ? together(both[key] ?? {}, value) : value;
  }
  return both;
}
