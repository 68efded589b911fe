package dev.syncline.api.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.api.notifications.BodyRoom.BodyReservation;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BodyRoomTest {
    @Test
    void takesNoMoreBodiesThanItHasPlacesFor() {
        BodyRoom room = new BodyRoom(2, 100);
        BodyReservation first = room.enter(0).orElseThrow();
        room.enter(0).orElseThrow();
        assertTrue(room.enter(0).isEmpty());
        first.leave();
        first.leave();
        assertEquals(1, room.bodies());
        assertTrue(room.enter(0).isPresent());
    }

    @Test
    void takesNoMoreBytesThanItHasWhateverBodiesSayOfThemselves() {
        BodyRoom room = new BodyRoom(10, 100);
        BodyReservation announced = room.enter(60).orElseThrow();
        assertTrue(room.enter(60).isEmpty());
        BodyReservation silent = room.enter(0).orElseThrow();
        assertTrue(silent.holds(40));
        assertFalse(silent.holds(41));
        assertTrue(announced.holds(60), "what was announced is held already");
        announced.leave();
        assertTrue(silent.holds(100));
        silent.leave();
        assertEquals(0, room.bytes());
        assertFalse(silent.holds(1), "who has left holds nothing");
        assertEquals(0, room.bytes());
    }

    @Test
    void endsABodyOnce() {
        BodyReservation place = new BodyRoom(1, 1).enter(0).orElseThrow();
        assertFalse(place.isEnded());
        assertTrue(place.end());
        assertFalse(place.end());
        assertTrue(place.isEnded());
    }

    @Property
    void isEmptyWhenAllHaveLeft(@ForAll @Size(max = 50) List<@IntRange(max = 60) Integer> lengths) {
        BodyRoom room = new BodyRoom(20, 300);
        List<BodyReservation> places = new ArrayList<>();
        for (int length : lengths) {
            room.enter(length % 2 == 0 ? 0 : length).ifPresent(place -> {
                place.holds(length);
                places.add(place);
            });
            assertTrue(room.bytes() <= 300 && room.bodies() <= 20);
            if (length % 5 == 0 && !places.isEmpty()) {
                places.remove(0).leave();
            }
        }
        places.forEach(BodyReservation::leave);
        assertEquals(0, room.bytes());
        assertEquals(0, room.bodies());
    }
}
