package dev.syncline.document.x12;

import static dev.syncline.document.edi.EdiSamples.ownText;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.edi.EdiSamples;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class X12AcknowledgementTest {
    private static final String MIXED = ownText("x12/mixed.x12");

    private final X12Reader reader = new X12Reader(EdiSamples.CLOCK);

    private ParsedDocument read(String document) throws UnreadableDocument {
        return reader.read(document.getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT);
    }

    private UnreadableDocument unreadable(String document) {
        return assertThrows(UnreadableDocument.class, () -> read(document));
    }

    @Test
    void answersEachGroupAndTransactionBy997() throws UnreadableDocument {
        assertEquals(
                "ISA*00*          *00*          *ZZ*SYNCLINE       *ZZ*ATLASSUPPLY    *261122*0405*U*00401*000004711*0*P*:~"
                        + "GS*FA*SYNCLINE*ATLASSUPPLY*20261122*0405*881*X*004010~"
                        + "ST*997*0001~AK1*PR*881~AK2*855*0001~AK5*A~AK9*A*1*1*1~SE*6*0001~"
                        + "ST*997*0002~AK1*SH*882~AK2*856*0001~AK5*A~AK9*A*1*1*1~SE*6*0002~"
                        + "ST*997*0003~AK1*IN*883~AK2*810*0001~AK5*R*1~AK9*R*1*1*0~SE*6*0003~"
                        + "GE*3*881~IEA*1*000004711~",
                EdiSamples.text(read(MIXED)));
        assertEquals("application/edi-x12", read(MIXED).acknowledgement().contentType());
    }

    @Test
    void answersFrom005010OnBy999() throws UnreadableDocument {
        String answer = EdiSamples.text(read(ownText("x12/change.x12")));
        assertTrue(answer.contains("*^*00501*000004712*"), answer);
        assertTrue(answer.contains("ST*999*0001~AK1*CA*884*005010~AK2*865*0001~IK5*A~AK9*A*1*1*1~SE*6*0001~"), answer);
    }

    @Test
    void tellsInTheAnswerWhichElementIsWrong() throws UnreadableDocument {
        String answer = EdiSamples.text(read(MIXED.replace("PO1*1*10*EA", "PO1*1*1O*EA")));
        assertTrue(answer.contains("AK2*855*0001~AK3*PO1*5**8~AK4*2**7~AK5*R*5~AK9*R*1*1*0~SE*8*0001~"), answer);
    }

    @Test
    void neverAnswersAnAnswer() throws UnreadableDocument {
        String answer = EdiSamples.text(read(MIXED));
        UnreadableDocument e = unreadable(answer);
        assertTrue(e.getMessage().contains("X12 997 acknowledges what was sent to the supplier"));
        assertNull(e.acknowledgement());
        UnreadableDocument ta1 =
                unreadable(EdiSamples.text(unreadable(MIXED.substring(0, 700)).acknowledgement()));
        assertNull(ta1.acknowledgement());
    }
}
