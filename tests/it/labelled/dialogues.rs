//! Invented interviews in many languages, from which files of many forms are made.

/// Who speaks: one who asks, one who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    Asks,
    Answers,
}

/// An interview as it was held.
#[derive(Debug)]
pub(crate) struct Dialogue {
    pub(crate) language: &'static str,
    pub(crate) asker: &'static str,
    pub(crate) guest: &'static str,
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    /// Questions and the answers to them.
    pub(crate) exchanges: &'static [(&'static str, &'static str)],
}

impl Dialogue {
    /// Every turn, a question first.
    pub(crate) fn turns(&self) -> impl Iterator<Item = (Voice, &'static str)> {
        self.exchanges
            .iter()
            .flat_map(|(asked, said)| [(Voice::Asks, *asked), (Voice::Answers, *said)])
    }

    /// The name of a voice.
    pub(crate) fn name(&self, voice: Voice) -> &'static str {
        match voice {
            Voice::Asks => self.asker,
            Voice::Answers => self.guest,
        }
    }
}

pub(crate) const BEES: Dialogue = Dialogue {
    language: "en",
    asker: "Nora Whitfield",
    guest: "Callum Dray",
    title: "Interview with Callum Dray: bees on the ring road",
    lead: "Callum Dray keeps forty hives beside a motorway. Nora Whitfield spoke to him about noise, lime trees and honey.",
    exchanges: &[
        (
            "Why would anybody keep bees next to a motorway?",
            "Because nobody sprays there. The verge is the only meadow for ten miles, and it belongs to no farmer.",
        ),
        (
            "Do the lorries disturb them?",
            "You would think so. They fly lower on the days with heavy traffic, but the weight of the hives is the same.",
        ),
        (
            "What does the honey taste of?",
            "Of lime in June and of bramble after that. I sell it under the number of the exit, and people collect the numbers.",
        ),
        (
            "And when they widen the road next year?",
            "Then I move three hundred metres to the east. The bees will know before I have found the form for it.",
        ),
    ],
};

pub(crate) const MILL: Dialogue = Dialogue {
    language: "fr",
    asker: "Solène Carvin",
    guest: "Aurélien Tasset",
    title: "Entretien avec Aurélien Tasset, meunier à Villebrume",
    lead: "Aurélien Tasset a remis en marche le moulin de Villebrume. Propos recueillis par Solène Carvin.",
    exchanges: &[
        (
            "Qu'est-ce qui vous a décidé à racheter ce moulin ?",
            "La roue tournait encore. Je suis passé un soir de crue, elle tournait à vide et j'ai trouvé cela triste.",
        ),
        (
            "Combien de farine sort d'ici chaque semaine ?",
            "Deux tonnes, pas davantage. La rivière décide : en août nous arrêtons tout et nous réparons les meules.",
        ),
        (
            "Les boulangers acceptent-ils vos délais ?",
            "Ceux qui restent les acceptent. Ils ont appris à pétrir moins souvent et à vendre du pain qui se garde.",
        ),
        (
            "Avez-vous pensé à l'électricité ?",
            "Mon voisin y a pensé pour moi. Je préfère une machine que je comprends en la regardant.",
        ),
    ],
};

pub(crate) const LIGHTS: Dialogue = Dialogue {
    language: "de",
    asker: "Wiebke Olsen",
    guest: "Henning Sarbach",
    title: "Interview mit Henning Sarbach über die letzten Gaslaternen",
    lead: "Henning Sarbach zündet seit dreißig Jahren die Laternen von Altenfurt an. Das Interview führte Wiebke Olsen.",
    exchanges: &[
        (
            "Herr Sarbach, wie viele Laternen sind es noch?",
            "Einhundertzwölf, und jede hat ihre Launen. Die am Markt flackert, wenn der Wind von der Brauerei kommt.",
        ),
        (
            "Warum hat die Stadt sie behalten?",
            "Weil ein Gutachten fehlte. Als es fertig war, standen die Laternen schon auf der Liste der Denkmäler.",
        ),
        (
            "Was machen Sie bei Sturm?",
            "Ich gehe trotzdem die ganze Runde. Wer einmal auslässt, findet am nächsten Abend zwanzig kaputte Glühstrümpfe.",
        ),
        (
            "Wer übernimmt die Runde nach Ihnen?",
            "Eine Kollegin lernt seit März mit. Sie hat schon mehr Geduld als ich und kennt jede Klappe beim Namen.",
        ),
    ],
};

pub(crate) const SALT: Dialogue = Dialogue {
    language: "es",
    asker: "Marta Ibarrola",
    guest: "Fermín Salvat",
    title: "Entrevista a Fermín Salvat, salinero de Puerto Claro",
    lead: "Fermín Salvat cuida las últimas salinas de Puerto Claro. Entrevista de Marta Ibarrola.",
    exchanges: &[
        (
            "¿Cuándo empieza de verdad el año en una salina?",
            "En mayo, cuando el viento seca más de lo que el mar trae. Antes solo limpiamos canales y miramos al cielo.",
        ),
        (
            "¿Qué ha cambiado desde que trabajaba su abuelo?",
            "Las manos son las mismas y el camión es otro. Mi abuelo contaba los sacos con piedras, yo los cuento con el teléfono.",
        ),
        (
            "¿Le ayudan los flamencos?",
            "Me ayudan a mí, que los miro. A la sal le da igual, aunque los turistas pagan por verlos juntos.",
        ),
        (
            "¿Cómo se imagina este lugar dentro de veinte años?",
            "Con menos agua y con más preguntas. Si mi hija quiere seguir, sabrá más que yo de química.",
        ),
    ],
};

pub(crate) const ORGAN: Dialogue = Dialogue {
    language: "it",
    asker: "Giulia Ferrante",
    guest: "Tommaso Belli",
    title: "Intervista a Tommaso Belli, organaro di Montescuro",
    lead: "Tommaso Belli ripara organi antichi nelle valli. Intervista di Giulia Ferrante.",
    exchanges: &[
        (
            "Come si riconosce un organo malato?",
            "Dal respiro. Prima di suonare una nota metto l'orecchio al mantice e ascolto dove l'aria scappa.",
        ),
        (
            "Quanto dura un restauro?",
            "Due anni se la canonica ha un tetto. Senza tetto si lavora d'estate e si pagano gli stessi operai due volte.",
        ),
        (
            "Chi la chiama per prima, di solito?",
            "Le sacrestane, quasi mai i parroci. Sono loro che sentono la differenza tra la nebbia e una canna rotta.",
        ),
        (
            "Che cosa insegna ai suoi apprendisti?",
            "A smontare piano e a scrivere tutto. Un organo perdona gli errori, ma non perdona la fretta.",
        ),
    ],
};

pub(crate) const FERRY: Dialogue = Dialogue {
    language: "pt",
    asker: "Inês Robalo",
    guest: "Duarte Falcão",
    title: "Entrevista com Duarte Falcão, mestre da barca de Ribalonga",
    lead: "Duarte Falcão atravessa o rio há vinte anos. Entrevista de Inês Robalo.",
    exchanges: &[
        (
            "Quantas vezes atravessa o rio num dia normal?",
            "Umas trinta, se não houver nevoeiro. Com nevoeiro conto os remos e toco o sino a cada cem metros.",
        ),
        (
            "A ponte nova não lhe tirou os passageiros?",
            "Tirou os carros e deixou as pessoas. Quem vem a pé prefere o barco, porque a ponte não conversa.",
        ),
        (
            "O que aprendeu com a água?",
            "Que ela nunca repete um gesto. Todos os anos o fundo muda e eu tenho de desenhar o mapa outra vez.",
        ),
    ],
};

pub(crate) const SKATES: Dialogue = Dialogue {
    language: "nl",
    asker: "Femke Noord",
    guest: "Sjoerd Waterland",
    title: "Interview met Sjoerd Waterland over natuurijs",
    lead: "Sjoerd Waterland meet al veertig winters de dikte van het ijs. Femke Noord sprak met hem.",
    exchanges: &[
        (
            "Wanneer durft u zelf het ijs op?",
            "Bij zeven centimeter, en nooit alleen. Mijn vader zei acht, maar die woog ook twintig kilo meer.",
        ),
        (
            "Hoe vaak is er nog een toertocht?",
            "Eens in de vijf jaar, als het meezit. Wij poetsen de borden elk najaar, voor het geval dat.",
        ),
        (
            "Wat verdwijnt er als het ijs verdwijnt?",
            "De buren. In een strenge winter ken je iedereen langs de vaart, in een zachte winter ken je alleen de regen.",
        ),
    ],
};

pub(crate) const CLOCK: Dialogue = Dialogue {
    language: "ru",
    asker: "Вера Лугина",
    guest: "Степан Ковров",
    title: "Интервью: Степан Ковров о городских часах",
    lead: "Степан Ковров чинит часы на башне уже двадцать лет.",
    exchanges: &[
        (
            "Почему башенные часы всегда спешат?",
            "Потому что люди опаздывают. Мой учитель ставил их на две минуты вперёд, и город успевал на поезд.",
        ),
        (
            "Что труднее всего зимой?",
            "Смазка густеет, и стрелки тянут друг друга. Я поднимаюсь каждое утро и грею механизм обычной лампой.",
        ),
        (
            "Кому вы передадите ключи?",
            "Пока никому. Ко мне ходит одна школьница, она уже слышит, когда пружина устала.",
        ),
    ],
};

pub(crate) const WELL: Dialogue = Dialogue {
    language: "ar",
    asker: "سلمى الحداد",
    guest: "ياسين بركات",
    title: "حوار مع ياسين بركات عن آبار الوادي",
    lead: "يحفر ياسين بركات الآبار في الوادي منذ ثلاثين عاما.",
    exchanges: &[
        (
            "كيف تعرف أين الماء؟",
            "أمشي في الصباح وأنظر إلى الندى. حيث يتأخر الندى يكون الماء قريبا من السطح.",
        ),
        (
            "كم بئرا حفرت في حياتك؟",
            "أكثر من مئتي بئر، ونصفها ما زال يعمل. البئر مثل الصديق، يحتاج إلى زيارة كل سنة.",
        ),
        (
            "ماذا تقول لمن يشتري مضخة جديدة؟",
            "أقول له أن يسأل الجيران أولا. الماء واحد تحت البيوت كلها.",
        ),
    ],
};

pub(crate) const GLASS: Dialogue = Dialogue {
    language: "ja",
    asker: "佐川みどり",
    guest: "北村健一",
    title: "ガラス職人 北村健一さんに聞く",
    lead: "港町で四十年、窓ガラスを吹いてきた北村健一さんに話を聞いた。",
    exchanges: &[
        (
            "なぜ手で吹いた窓にこだわるのですか？",
            "光が揺れるからです。機械の窓は外を見せますが、手の窓は時間を見せてくれます。",
        ),
        (
            "一日に何枚できますか？",
            "調子のよい日で六枚です。湿気の多い日は二枚で終わりにして、あとは道具を磨きます。",
        ),
        (
            "弟子には何を教えますか？",
            "待つことです。急いで回すと、ガラスは必ず怒ります。",
        ),
    ],
};

pub(crate) const TEA: Dialogue = Dialogue {
    language: "zh",
    asker: "林晓雨",
    guest: "陈望山",
    title: "专访陈望山：山里的老茶树",
    lead: "陈望山守着一片三百年的茶树。",
    exchanges: &[
        (
            "您为什么不用机器采茶？",
            "机器分不清哪一片叶子还没睡醒。人的手会先停一下，这一下很重要。",
        ),
        (
            "年轻人愿意上山吗？",
            "愿意来看，不太愿意住下。我给他们留了房子，门一直没有锁。",
        ),
        (
            "今年的雨水怎么样？",
            "来得晚，走得急。老树不怕，新树要我们替它们着急。",
        ),
    ],
};

pub(crate) const NETS: Dialogue = Dialogue {
    language: "el",
    asker: "Ελένη Βασιλείου",
    guest: "Μανώλης Καραβάς",
    title: "Συνέντευξη με τον Μανώλη Καραβά",
    lead: "Ο Μανώλης Καραβάς ψαρεύει στον ίδιο κόλπο από παιδί.",
    exchanges: &[
        (
            "Πότε πετάς τα δίχτυα σου;",
            "Πριν χαράξει, όταν ο άνεμος γυρίζει από τη στεριά. Το μεσημέρι τα ψάρια κοιμούνται βαθιά.",
        ),
        (
            "Τι άλλαξε στον κόλπο;",
            "Ήρθαν ψάρια που δεν ξέραμε το όνομά τους. Τα τρώμε κι αυτά, με πιο πολύ λεμόνι.",
        ),
        (
            "Θα συνεχίσουν τα παιδιά σου;",
            "Ο γιος μου σπουδάζει μηχανικός. Η κόρη μου έρχεται κάθε Κυριακή και κρατάει το τιμόνι.",
        ),
    ],
};
