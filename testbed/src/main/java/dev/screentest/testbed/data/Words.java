package dev.screentest.testbed.data;

import java.util.List;

/**
 * Made-up names of people and places in many scripts, as many different ones as a large data set
 * needs: each is put together from syllables of one script.
 */
final class Words {

  private static final List<Script> SCRIPTS =
      List.of(
          new Script(
              true,
              List.of("Zoë", "Dwayne", "Renée", "José", "Łukasz", "Siân", "Björk", "Nguyễn"),
              List.of(
                  "ka", "ro", "du", "mi", "len", "sa", "tor", "vi", "ñe", "bra", "hø", "szy", "ça",
                  "ri", "ost", "ül", "wen", "da", "fe", "nau")),
          new Script(
              true,
              List.of("Mark", "Matt", "Grace", "Ada", "Siobhán", "Åke", "Çelik", "O'Dell"),
              List.of(
                  "john", "wal", "berg", "son", "ham", "ton", "mac", "field", "ley", "by", "'s",
                  "-hart", "wood", "win", "ster", "ford", "er", "ing", "all", "worth")),
          new Script(
              true,
              List.of("Анна", "Иван", "Ольга", "Пётр"),
              List.of(
                  "ива", "нов", "пет", "ров", "сер", "гей", "кова", "лен", "щук", "миха", "ло",
                  "вич", "бо", "ри", "со", "ва", "жу", "ков", "ский", "ян")),
          new Script(
              true,
              List.of("Ελένη", "Γιώργος", "Μαρία", "Νίκος"),
              List.of(
                  "πα", "πάς", "δη", "μή", "τρη", "κων", "στα", "ντί", "νου", "θε", "ο", "δώ",
                  "ρου", "βα", "σί", "λη", "χα", "ρά", "λά", "μπου")),
          new Script(
              false,
              List.of("三船", "黒澤", "明", "𠮷田"),
              List.of(
                  "東", "京", "山", "川", "田", "中", "木", "村", "高", "橋", "小", "林", "藤", "井", "松", "本",
                  "竹", "内", "𠮷", "森")),
          new Script(
              false,
              List.of("송", "김", "이", "박"),
              List.of(
                  "강", "호", "민", "수", "지", "영", "현", "우", "서", "연", "준", "하", "은", "성", "진", "아",
                  "태", "희", "원", "빈")),
          new Script(
              false,
              List.of("शाहरुख़", "काजोल", "आमिर", "रेखा"),
              List.of(
                  "ख़ा", "न", "कु", "मा", "र", "सिं", "ह", "शर्", "मा", "गु", "प्त", "ता", "व",
                  "र्मा", "रा", "ज", "दे", "वी", "ना", "थ")),
          new Script(
              false,
              List.of("عمر", "فاتن", "سعاد", "يوسف"),
              List.of(
                  "شر", "يف", "حس", "ني", "مح", "مد", "عب", "دل", "كر", "يم", "سا", "لم", "نج",
                  "وى", "ها", "شم", "را", "مي", "زك", "ي")));

  private Words() {}

  /** Syllables and given names of a script. */
  private record Script(boolean hasCase, List<String> givenNames, List<String> syllables) {

    /** Returns one to three syllables; short words are rarer than long ones, so names repeat. */
    String word(Randomness numbers) {
      int length = 1 + (numbers.below(10, 0) + 8) / 9 + (numbers.below(10, 1) + 5) / 9;
      StringBuilder word = new StringBuilder();
      for (int i = 0; i < length; i++) {
        word.append(syllables.get(numbers.below(syllables.size(), 2 + i)));
      }
      if (hasCase) {
        int first = word.codePointAt(0);
        word.replace(
            0, Character.charCount(first), Character.toString(Character.toTitleCase(first)));
      }
      return word.toString();
    }
  }

  /** Returns the name of a person: given name and family name of one script. */
  static String person(Randomness numbers) {
    Script script = script(numbers);
    return script.givenNames().get(numbers.below(script.givenNames().size(), 1))
        + " "
        + script.word(numbers.at(2));
  }

  /** Returns a family name or the name of a place. */
  static String proper(Randomness numbers) {
    return script(numbers).word(numbers.at(2));
  }

  private static Script script(Randomness numbers) {
    return SCRIPTS.get(numbers.below(SCRIPTS.size(), 0));
  }
}
